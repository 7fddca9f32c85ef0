package chart

import (
	"crypto"
	"crypto/hmac"
	"crypto/rsa"
	"crypto/sha256"
)

func Sign(key *rsa.PrivateKey, secret, note, hash []byte) {
	hmac.New(sha256.New, secret)
	rsa.SignPKCS1v15(nil, key, crypto.SHA256, hash)
}
