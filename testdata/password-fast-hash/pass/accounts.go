package accounts

import (
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
)

func Store(password string, note []byte) ([]byte, error) {
	sha256.Sum256(note)
	return bcrypt.GenerateFromPassword([]byte(password), 12)
}
