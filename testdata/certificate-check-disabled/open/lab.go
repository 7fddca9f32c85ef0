package lab

import "crypto/tls"

func Config(skip bool) *tls.Config {
	return &tls.Config{InsecureSkipVerify: skip} // expect: open
}
