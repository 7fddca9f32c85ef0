import { generateKeyPairSync } from 'crypto';

generateKeyPairSync('rsa', { modulusLength: 3072 });
generateKeyPairSync('ec', { namedCurve: 'P-256' });
