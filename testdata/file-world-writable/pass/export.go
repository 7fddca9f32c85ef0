package export

import "os"

func Write(text []byte) {
	os.WriteFile("/var/clinic/export", text, 0600)
	os.MkdirAll("/var/clinic", 0777)
	os.Chmod("/var/clinic", 0o750)
}
