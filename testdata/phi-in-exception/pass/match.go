package match

import "fmt"

type Patient struct {
	ID, SSN string
}

func Match(patient Patient) error {
	return fmt.Errorf("no record for %s", patient.ID)
}
