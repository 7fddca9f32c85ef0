package seal

import (
	"crypto/des"
	"crypto/rc4"

	"golang.org/x/crypto/blowfish"
)

func Seal(key []byte) {
	des.NewTripleDESCipher(key) // expect: fail
	rc4.NewCipher(key) // expect: fail
	blowfish.NewCipher(key) // expect: fail
}
