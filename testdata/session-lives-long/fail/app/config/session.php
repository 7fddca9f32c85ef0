<?php
return [
    'lifetime' => 120, // expect: fail
];
