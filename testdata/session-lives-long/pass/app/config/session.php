<?php
return ['lifetime' => 20];
