const crypto = require('crypto');
exports.fingerprint = (note) => crypto.createHash(process.env.CHART_HASH).update(note); // expect: open
