package export

import "os"

func Write(text []byte) {
	os.WriteFile("/tmp/patients.csv", text, 0600) // expect: fail
}
