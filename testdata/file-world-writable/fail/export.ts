import fs, { chmodSync } from 'fs';

fs.chmodSync('/var/clinic/export', 0o777); // expect: fail
chmodSync('/var/clinic/export', '666'); // expect: fail
fs.writeFileSync('/var/clinic/export', text, { mode: 0o666 }); // expect: fail
