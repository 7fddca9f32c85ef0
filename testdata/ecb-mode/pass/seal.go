package seal

import "crypto/cipher"

func Seal(block cipher.Block) {
	cipher.NewGCM(block)
}
