import { createHmac } from 'crypto';
import jwt from 'jsonwebtoken';
import session from 'express-session';

createHmac('sha256', process.env.HMAC_KEY).update(note);
jwt.sign({ sub: user }, config.secret);
app.use(session({ secret: process.env.SESSION_SECRET, resave: false }));
