const session = require('express-session');

app.use(session({ secret: key, cookie: { secure: true, httpOnly: false } })); // expect: fail
app.post('/in', (req, res) => {
  res.cookie('token', token, { secure: true }); // expect: fail
});
