package accounts

import (
	"crypto/sha256"
	"crypto/sha1"
)

func Store(password string) [32]byte {
	h := sha1.New()
	h.Write([]byte(password)) // expect: fail
	return sha256.Sum256([]byte(password)) // expect: fail
}
