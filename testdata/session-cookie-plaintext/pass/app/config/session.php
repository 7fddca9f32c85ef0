<?php
return ['driver' => 'database', 'secure' => true];
