const { Client } = require('basic-ftp');

const client = new Client();
client.access({ host: 'ftp.lab.example.org', secure: true });
