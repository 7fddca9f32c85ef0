import https from 'https';

https.createServer({ ciphers: 'ECDHE-RSA-AES256-GCM-SHA384:!aNULL:!RC4' }, app);
