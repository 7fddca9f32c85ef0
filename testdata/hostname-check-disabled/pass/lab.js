const https = require('https');

new https.Agent({ servername: 'lab.example.org' });
