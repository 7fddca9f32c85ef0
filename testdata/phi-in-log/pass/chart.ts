export const admit = (patient: Patient) => {
  console.log('admitted', patient.id);
  console.log('ssn is missing');
};
