import { createHash } from 'node:crypto';
import * as crypto from 'crypto';
import CryptoJS from 'crypto-js';
import md5 from 'md5';

const ALGORITHM = 'md5';

export class Chart {
  fingerprint(note: string) {
    createHash(ALGORITHM).update(note); // expect: fail
    crypto.createHash('MD5').update(note); // expect: fail
    CryptoJS.MD5(note).toString(); // expect: fail
    return md5(note); // expect: fail
  }
}
