package seal

import (
	"crypto/cipher"
	"crypto/rand"
)

func Seal(block cipher.Block, note []byte) {
	iv := make([]byte, 16)
	rand.Read(iv)
	cipher.NewCBCEncrypter(block, iv)
	gcm, _ := cipher.NewGCM(block)
	nonce := make([]byte, gcm.NonceSize())
	rand.Read(nonce)
	gcm.Seal(nonce, nonce, note, nil)
}
