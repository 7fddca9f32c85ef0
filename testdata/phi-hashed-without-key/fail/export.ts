import { createHash } from 'crypto';
export const code = (patient: Patient) => createHash('sha256').update(patient.mrn).digest('hex'); // expect: fail
