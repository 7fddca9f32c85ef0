const session = require('express-session');

app.use(session({ secret: key, cookie: { secure: true, httpOnly: true } }));
app.post('/in', (req, res) => {
  res.cookie('token', token, { secure: true, httpOnly: true });
  res.cookie('language', 'en');
});
