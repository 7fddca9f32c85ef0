package export

import "os"

func Write(text []byte) {
	os.WriteFile("/var/clinic/export", text, 0666) // expect: fail
	os.MkdirAll("/var/clinic", 0o777) // expect: fail
	os.OpenFile("/var/clinic/export", os.O_RDWR, 0777) // expect: fail
}
