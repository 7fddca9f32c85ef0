import { createCipheriv } from 'node:crypto';

const IV = '0123456789abcdef';
createCipheriv('aes-256-cbc', key, IV); // expect: fail
createCipheriv('aes-256-cbc', key, Buffer.from('0123456789abcdef')); // expect: fail
createCipheriv('aes-256-cbc', key, Buffer.alloc(16, 0)); // expect: fail
