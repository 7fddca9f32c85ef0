package seal

import "github.com/andreburgaud/crypt2go/ecb"

func Seal(block Block) {
	ecb.NewECBEncrypter(block) // expect: fail
}
