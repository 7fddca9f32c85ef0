const crypto = require('crypto');
exports.fingerprint = (note) => crypto.createHash('sha256').update(note).digest('hex');
