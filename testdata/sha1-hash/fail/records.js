import crypto from 'crypto';
crypto.createHash('sha1').update(note); // expect: fail
await crypto.subtle.digest('SHA-1', note); // expect: fail
