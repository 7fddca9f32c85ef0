package chart

import (
	"crypto/md5"
	old "crypto/md5"
)

func Fingerprint(note []byte) [16]byte {
	h := md5.New() // expect: fail
	h.Write(note)
	old.Sum(note) // expect: fail
	return md5.Sum(note) // expect: fail
}
