package lab

import "github.com/jlaffaye/ftp"

func Send(config Config) {
	ftp.Dial("ftp.lab.example.org:21", ftp.DialWithExplicitTLS(config))
}
