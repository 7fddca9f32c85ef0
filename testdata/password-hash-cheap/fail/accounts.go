package accounts

import (
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
)

func Store(password, salt []byte) {
	pbkdf2.Key(password, salt, 4096, 32, nil) // expect: fail
	bcrypt.GenerateFromPassword(password, bcrypt.MinCost) // expect: fail
	bcrypt.GenerateFromPassword(password, 8) // expect: fail
}
