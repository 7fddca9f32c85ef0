package chart

import "crypto/sha1"

func Fingerprint(note []byte) [20]byte {
	return sha1.Sum(note) // expect: fail
}
