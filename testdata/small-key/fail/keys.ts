import crypto, { generateKeyPairSync } from 'crypto';

generateKeyPairSync('rsa', { modulusLength: 1024 }); // expect: fail
crypto.generateKeyPair('rsa', { modulusLength: 512 }, done); // expect: fail
crypto.createDiffieHellman(1024); // expect: fail
crypto.getDiffieHellman('modp2'); // expect: fail
