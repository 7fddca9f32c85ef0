package keys

import (
	"crypto/rand"
	"crypto/rsa"
)

const bits = 1024

func Make() {
	rsa.GenerateKey(rand.Reader, bits) // expect: fail
}
