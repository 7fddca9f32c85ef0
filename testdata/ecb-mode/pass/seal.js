const crypto = require('crypto');
const CryptoJS = require('crypto-js');

crypto.createCipheriv('aes-256-gcm', key, iv);
CryptoJS.AES.encrypt(note, key, { mode: CryptoJS.mode.CBC });
