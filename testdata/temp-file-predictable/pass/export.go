package export

import "os"

func Write(path string, text []byte) {
	os.WriteFile(path, text, 0600)
}
