import { createCipheriv } from 'crypto';
import * as crypto from 'node:crypto';
import CryptoJS from 'crypto-js';
import TripleDES from 'crypto-js/tripledes';
import forge from 'node-forge';

createCipheriv('des-ede3-cbc', key, iv); // expect: fail
crypto.createCipheriv('rc4', key, ''); // expect: fail
CryptoJS.DES.encrypt(note, key); // expect: fail
TripleDES.encrypt(note, key); // expect: fail
forge.cipher.createCipher('3DES-CBC', key); // expect: fail
