import jwt from 'jsonwebtoken';
import { Strategy } from 'passport-jwt';

jwt.verify(token, key, { ignoreExpiration: true }); // expect: fail
new Strategy({ secretOrKey: key, ignoreExpiration: true }, done); // expect: fail
