export const admit = (patient: Patient) => {
  console.log('admitted', patient.id);
  console.log('ssn is missing');
  console.log('bolus of insulin', insulinPump.model, bolusInsulin);
  console.log('asked for', patientIds, Boolean(patient));
  console.log('answer', response.data.submitLabReport);
};
