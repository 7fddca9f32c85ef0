// Package main sends lab orders to the laboratory's interface.
package main

import (
	"crypto/des"
	"crypto/md5"
	"crypto/tls"
	"net/http"
)

func client() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

func orderKey(order []byte) [16]byte {
	return md5.Sum(order)
}

func main() {
	_, _ = des.NewCipher([]byte("8bytekey"))
	_, _ = client().Get("https://lab.clinic.example/orders")
}
