import https from 'https';

new https.Agent({ minVersion: 'TLSv1.2' });
export const options = { host: 'lab' };
