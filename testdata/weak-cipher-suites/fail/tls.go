package lab

import "crypto/tls"

var config = tls.Config{CipherSuites: []uint16{tls.TLS_RSA_WITH_RC4_128_SHA}} // expect: fail
