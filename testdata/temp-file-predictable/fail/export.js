const fs = require('fs');
fs.writeFileSync('/tmp/patients.csv', rows); // expect: fail
