const fs = require('fs');
fs.writeFileSync(path.join(folder, 'patients.csv'), rows);
