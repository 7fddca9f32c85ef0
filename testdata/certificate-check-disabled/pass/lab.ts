import https from 'https';
import fs from 'fs';

new https.Agent({ ca: fs.readFileSync('lab-ca.pem') });
export const database = { host: 'db', ssl: { rejectUnauthorized: true } };
