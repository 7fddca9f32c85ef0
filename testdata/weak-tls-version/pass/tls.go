package lab

import "crypto/tls"

func Connect() {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	config.MaxVersion = tls.VersionTLS13
}
