package accounts

import (
	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
)

func Store(password, salt []byte) {
	pbkdf2.Key(password, salt, 600000, 32, nil)
	bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
}
