const crypto = require('crypto');
function reset(user) {
  user.resetToken = crypto.randomBytes(32).toString('hex');
}
