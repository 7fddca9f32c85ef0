const crypto = require('crypto');
const md5 = require('md5');

function store(req) {
  crypto.createHash('sha256').update(req.body.password).digest('hex'); // expect: fail
  crypto.createHash('md5').update(salt + userPassword).digest('hex'); // expect: fail
  return md5(password); // expect: fail
}
