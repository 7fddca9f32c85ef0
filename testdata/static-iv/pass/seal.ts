import { createCipheriv, randomBytes } from 'node:crypto';

const iv = randomBytes(12);
createCipheriv('aes-256-gcm', key, iv);
createCipheriv('aes-256-ecb', key, '');
