import { createCipheriv } from 'crypto';
import CryptoJS from 'crypto-js';

createCipheriv('aes-256-gcm', key, iv);
CryptoJS.AES.encrypt(note, key);
