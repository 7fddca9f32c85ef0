import jwt from 'jsonwebtoken';

jwt.verify(token, key, { algorithms: ['RS256'] });
