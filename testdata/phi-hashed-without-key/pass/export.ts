import { createHash, createHmac } from 'crypto';
export const code = (patient: Patient) => createHmac('sha256', key).update(patient.mrn).digest('hex');
export const sum = (body: Buffer) => createHash('sha256').update(body).digest('hex');
