const { Pool } = require('pg');

new Pool({ ssl: { rejectUnauthorized: process.env.DB_VERIFY !== 'false' } }); // expect: open
