import { createSign, createHmac } from 'crypto';

createSign('RSA-SHA256').update(note);
createHmac('sha256', key);
