package web

import "net/http"

func SignIn(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Secure: true}) // expect: fail
}
