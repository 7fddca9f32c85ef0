import jwt from 'jsonwebtoken';
import { verify } from 'jsonwebtoken';

jwt.verify(token, key, { algorithms: ['none'] }); // expect: fail
verify(token, key, { algorithms: ['HS256', 'none'] }); // expect: fail
jwt.sign(claims, null, { algorithm: 'none' }); // expect: fail
