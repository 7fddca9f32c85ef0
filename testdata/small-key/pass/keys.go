package keys

import (
	"crypto/rand"
	"crypto/rsa"
)

func Make() {
	rsa.GenerateKey(rand.Reader, 3072)
}
