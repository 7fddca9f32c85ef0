package lab

import (
	"crypto/tls"
	"net/http"
)

func Client() *http.Client {
	config := &tls.Config{}
	config.InsecureSkipVerify = true // expect: fail
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig.InsecureSkipVerify = true // expect: fail
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // expect: fail
}
