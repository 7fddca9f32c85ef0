import crypto from 'crypto';
crypto.createHash('sha512').update(note);
