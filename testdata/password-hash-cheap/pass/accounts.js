import crypto from 'crypto';
import bcrypt from 'bcrypt';

crypto.pbkdf2Sync(password, salt, 600000, 32, 'sha256');
bcrypt.hash(password, 12);
