const nodemailer = require('nodemailer');
nodemailer.createTransport({ host: 'mail.clinic.example', port: 25, ignoreTLS: true }); // expect: fail
