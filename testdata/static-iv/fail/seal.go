package seal

import "crypto/cipher"

func Seal(block cipher.Block, note []byte) {
	cipher.NewCBCEncrypter(block, []byte("0123456789abcdef")) // expect: fail
	cipher.NewCTR(block, make([]byte, 16)) // expect: fail
	gcm, _ := cipher.NewGCM(block)
	gcm.Seal(nil, []byte("clinic-nonce"), note, nil) // expect: fail
}
