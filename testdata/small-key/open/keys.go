package keys

import (
	"crypto/rand"
	"crypto/rsa"
)

func Make(bits int) {
	rsa.GenerateKey(rand.Reader, bits) // expect: open
}
