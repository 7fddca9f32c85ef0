package lab

import "crypto/tls"

func Connect() {
	config := &tls.Config{MinVersion: tls.VersionTLS10} // expect: fail
	config.MinVersion = tls.VersionTLS11 // expect: fail
}
