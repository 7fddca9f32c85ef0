import session from 'express-session';

app.use(session({ secret: key, cookie: { secure: process.env.TLS === '1' } })); // expect: open
