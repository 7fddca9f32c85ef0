const https = require('https');
const tls = require('tls');

new https.Agent({ checkServerIdentity: () => undefined }); // expect: fail
tls.connect(443, 'lab.example.org', { checkServerIdentity() {} }); // expect: fail
