package token

import "github.com/golang-jwt/jwt/v5"

func Read(text string) {
	jwt.Parse(text, key)
}
