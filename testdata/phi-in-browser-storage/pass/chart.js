const shown = { dateOfBirth: false };
export function keep(patient, theme) {
  localStorage.setItem('theme', theme);
  localStorage.setItem('patientListSort', sortOrder);
  sessionStorage.setItem('last', patient.id);
}
