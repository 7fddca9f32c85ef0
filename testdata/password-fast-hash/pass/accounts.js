const crypto = require('crypto');
const bcrypt = require('bcrypt');

async function store(req) {
  crypto.createHash('sha256').update(req.body.note).digest('hex');
  return bcrypt.hash(req.body.password, 12);
}
