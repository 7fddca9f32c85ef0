import fs from 'fs';

fs.chmodSync('/var/clinic/export', 0o600);
fs.writeFileSync('/var/clinic/export', text);
