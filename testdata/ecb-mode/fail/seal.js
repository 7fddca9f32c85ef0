const crypto = require('crypto');
const CryptoJS = require('crypto-js');
const aesjs = require('aes-js');

crypto.createCipheriv('aes-256-ecb', key, null); // expect: fail
CryptoJS.AES.encrypt(note, key, { mode: CryptoJS.mode.ECB }); // expect: fail
new aesjs.ModeOfOperation.ecb(key); // expect: fail
