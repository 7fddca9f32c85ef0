const session = require('express-session');

app.use(session({ secret: key, cookie: { secure: false } })); // expect: fail
app.use(session({ secret: key, resave: false })); // expect: fail
app.post('/in', (req, res) => {
  res.cookie('token', token, { httpOnly: true }); // expect: fail
  res.cookie('sid', id); // expect: fail
});
