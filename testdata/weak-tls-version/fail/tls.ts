import https from 'https';
import * as tls from 'node:tls';
import { Agent } from 'https';

new https.Agent({ minVersion: 'TLSv1' }); // expect: fail
new Agent({ secureProtocol: 'TLSv1_method' }); // expect: fail
tls.DEFAULT_MIN_VERSION = 'TLSv1.1'; // expect: fail
export const options = { host: 'lab', ssl: { minVersion: 'TLSv1.1' } }; // expect: fail
