package signin

import "log"

func SignIn(user User) {
	log.Printf("signed in %s", user.ID)
	log.Println("no password")
}
