import crypto from 'crypto';
import bcrypt from 'bcryptjs';

crypto.pbkdf2Sync(password, salt, 1000, 32, 'sha256'); // expect: fail
bcrypt.hash(password, 5); // expect: fail
bcrypt.genSaltSync(8); // expect: fail
