package reset

import (
	"crypto/rand"
	mrand "math/rand"
	"time"
)

func GenerateToken() ([]byte, error) {
	token := make([]byte, 32)
	_, err := rand.Read(token)
	return token, err
}

func RefreshToken() {
	time.Sleep(time.Duration(mrand.Intn(10)) * time.Second)
}
