const { Client } = require('basic-ftp');

const client = new Client();
client.access({ host: 'ftp.lab.example.org', user: 'clinic' }); // expect: fail
client.access({ host: 'ftp.lab.example.org', secure: false }); // expect: fail
