package reset

import "math/rand"

const letters = "ABCDEFGH"

func GenerateAccessCode() string {
	code := make([]byte, 6)
	for i := range code {
		code[i] = letters[rand.Intn(len(letters))] // expect: fail
	}
	return string(code)
}
