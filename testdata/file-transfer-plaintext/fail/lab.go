package lab

import "github.com/jlaffaye/ftp"

func Send() {
	ftp.Dial("ftp.lab.example.org:21") // expect: fail
}
