const axios = require('axios');
const { Pool } = require('pg');
const nodemailer = require('nodemailer');

axios.get('https://lab.example.org', { auth: { username: 'clinic', password: 'Winter-Rain-42' } }); // expect: fail
new Pool({ host: 'db', user: 'clinic', password: 'Winter-Rain-42' }); // expect: fail
nodemailer.createTransport({ host: 'mail', auth: { user: 'clinic', pass: 'Winter-Rain-42' } }); // expect: fail
