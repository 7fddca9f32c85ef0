package token

import "github.com/golang-jwt/jwt/v5"

func Read(text string) {
	parser := jwt.NewParser()
	parser.ParseUnverified(text, jwt.MapClaims{}) // expect: fail
	jwt.Parse(text, func(t *jwt.Token) (any, error) { return jwt.UnsafeAllowNoneSignatureType, nil }) // expect: fail
}
