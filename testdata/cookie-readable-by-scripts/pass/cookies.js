const session = require('express-session');

app.use(session({ secret: key, cookie: { secure: true } }));
app.post('/in', (req, res) => {
  res.cookie('token', token, { secure: true, httpOnly: true });
});
