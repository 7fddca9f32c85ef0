import axios from 'axios';

axios.post('/patients/_search', { ssn: patient.ssn });
axios.get(`/patients/${patient.id}`);
