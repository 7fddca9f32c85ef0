package lab

import "net/http"

func Call(request *http.Request) {
	request.SetBasicAuth("clinic", "Winter-Rain-42") // expect: fail
}
