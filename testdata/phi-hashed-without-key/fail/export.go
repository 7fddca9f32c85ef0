package export

import "crypto/sha256"

func Code(patient Patient) [32]byte {
	return sha256.Sum256([]byte(patient.SSN)) // expect: fail
}
