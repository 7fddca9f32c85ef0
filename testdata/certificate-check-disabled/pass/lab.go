package lab

import "crypto/tls"

func Config(pool Pool) *tls.Config {
	own := &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: check}
	use(own)
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
}
