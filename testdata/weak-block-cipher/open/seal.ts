import { createCipheriv } from 'crypto';
import { algorithm } from './config';

export const seal = (key: Buffer, iv: Buffer) => createCipheriv(algorithm, key, iv); // expect: open
