import https from 'https';
import { Agent } from 'node:https';
import axios from 'axios';

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // expect: fail
new https.Agent({ rejectUnauthorized: false }); // expect: fail
axios.get('https://lab.example.org', { httpsAgent: new Agent({ rejectUnauthorized: false }) }); // expect: fail
export const database = { host: 'db', ssl: { rejectUnauthorized: false } }; // expect: fail
connect({ extra: { ssl: { rejectUnauthorized: false } } }); // expect: fail
export function server(options: https.ServerOptions) {
  options.rejectUnauthorized = false; // expect: fail
}
