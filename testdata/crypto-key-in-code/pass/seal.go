package seal

import (
	"crypto/aes"
	"os"
)

func Seal(key []byte) {
	aes.NewCipher(key)
	aes.NewCipher([]byte(os.Getenv("FIELD_KEY")))
}
