package chart

import (
	"crypto"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rsa"
)

func Sign(key *rsa.PrivateKey, secret, note, hash []byte) {
	hmac.New(md5.New, secret) // expect: fail
	rsa.SignPKCS1v15(nil, key, crypto.SHA1, hash) // expect: fail
}
