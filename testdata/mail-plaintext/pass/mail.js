const nodemailer = require('nodemailer');
nodemailer.createTransport({ host: 'mail.clinic.example', port: 587, requireTLS: true });
