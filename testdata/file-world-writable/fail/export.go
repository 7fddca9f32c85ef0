package export

import "os"

func Write(text []byte) {
	os.Chmod("/var/clinic/export", 0666) // expect: fail
	os.Chmod("/var/clinic", 0o777) // expect: fail
}
