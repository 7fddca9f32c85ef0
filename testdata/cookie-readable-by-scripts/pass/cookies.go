package web

import "net/http"

func SignIn(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, HttpOnly: true, Secure: true})
}
