package lookup

import "net/http"

type Patient struct {
	ID, SSN string
}

func Find(patient Patient) {
	http.Get("https://registry.example/patients/" + patient.ID)
}
