import fs, { chmodSync } from 'fs';

fs.chmodSync('/var/clinic/export', 0o777); // expect: fail
chmodSync('/var/clinic/export', '666'); // expect: fail
process.umask(0); // expect: fail
