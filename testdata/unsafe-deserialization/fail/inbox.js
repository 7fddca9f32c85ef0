const serialize = require('node-serialize');
serialize.unserialize(req.cookies.profile); // expect: fail
