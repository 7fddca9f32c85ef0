package lab

import (
	"net/http"
	"os"
)

func Call(request *http.Request) {
	request.SetBasicAuth("clinic", os.Getenv("LAB_PASSWORD"))
}
