package export

import "crypto/sha256"

type Patient struct {
	SSN string
}

func Sum(body []byte) [32]byte {
	return sha256.Sum256(body)
}
