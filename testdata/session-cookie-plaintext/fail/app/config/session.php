<?php
return [
    'driver' => 'database',
    'secure' => false, // expect: fail
];
