package lookup

import "net/http"

func Find(patient Patient) {
	http.Get("https://registry.example/patients/" + patient.ID)
}
