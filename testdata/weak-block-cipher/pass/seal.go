package seal

import "crypto/aes"

func Seal(key []byte) {
	aes.NewCipher(key)
}
