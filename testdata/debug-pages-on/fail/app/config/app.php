<?php
return [
    'debug' => true, // expect: fail
];
