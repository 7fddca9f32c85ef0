package seal

import (
	"crypto/aes"
	"crypto/hmac"
	"crypto/sha256"

	"github.com/golang-jwt/jwt/v5"
)

func Seal(claims jwt.Claims) {
	aes.NewCipher([]byte("clinic-key-clini")) // expect: fail
	hmac.New(sha256.New, []byte("clinic")) // expect: fail
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	token.SignedString([]byte("clinic-secret")) // expect: fail
}
