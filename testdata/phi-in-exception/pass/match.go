package match

import "fmt"

func Match(patient Patient) error {
	return fmt.Errorf("no record for %s", patient.ID)
}
