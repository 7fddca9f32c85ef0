import axios from 'axios';

axios.get(`/patients?ssn=${patient.ssn}`); // expect: fail
window.location.href = '/chart?mrn=' + patient.mrn; // expect: fail
