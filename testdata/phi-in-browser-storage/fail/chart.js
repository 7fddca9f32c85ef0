export function keep(patient, visit) {
  localStorage.setItem('last', patient.ssn); // expect: fail
  window.sessionStorage.setItem('visit', JSON.stringify({ diagnosis: visit.diagnosis })); // expect: fail
  localStorage.setItem('patientName', name); // expect: fail
}
