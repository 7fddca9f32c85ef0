import https from 'https';

https.createServer({ ciphers: 'ALL' }, app); // expect: fail
new https.Agent({ ciphers: 'DEFAULT:@SECLEVEL=0' }); // expect: fail
