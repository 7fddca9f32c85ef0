package lab

import "crypto/tls"

func Connect(version uint16) *tls.Config {
	return &tls.Config{MinVersion: version} // expect: open
}
