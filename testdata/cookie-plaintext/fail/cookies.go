package web

import "net/http"

func SignIn(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true}) // expect: fail
	http.SetCookie(w, &http.Cookie{Name: "auth_token", Value: token, Secure: false}) // expect: fail
}
