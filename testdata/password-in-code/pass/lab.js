const axios = require('axios');
const { Pool } = require('pg');

axios.get('https://lab.example.org', { auth: { username: 'clinic', password: process.env.LAB_PASSWORD } });
new Pool({ host: 'db', user: 'clinic', password: process.env.DB_PASSWORD });
