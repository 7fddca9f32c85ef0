interface Patient {
  id: string;
  ssn: string;
}

export const match = (patient: Patient) => {
  throw new Error(`no record for ${patient.id}`);
};
