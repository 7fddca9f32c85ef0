package lookup

import "net/http"

func Find(patient Patient) {
	http.Get("https://registry.example/patients?ssn=" + patient.SSN) // expect: fail
}
