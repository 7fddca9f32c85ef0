import { createSign, createHmac } from 'crypto';
import crypto from 'node:crypto';

createSign('RSA-SHA1').update(note); // expect: fail
crypto.createSign('sha1'); // expect: fail
createHmac('md5', key); // expect: fail
