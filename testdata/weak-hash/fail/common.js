const crypto = require('crypto');
const { createHash } = require('crypto');
crypto.createHash('md5').update(note); // expect: fail
createHash('md4').update(note); // expect: fail
