import { createCipheriv, createHmac } from 'crypto';
import jwt from 'jsonwebtoken';
import session from 'express-session';

createCipheriv('aes-256-gcm', 'clinic-key-clinic-key-clinic-key', iv); // expect: fail
createHmac('sha256', 'clinic').update(note); // expect: fail
jwt.sign({ sub: user }, 'clinic-secret'); // expect: fail
app.use(session({ secret: 'keyboard cat', resave: false })); // expect: fail
