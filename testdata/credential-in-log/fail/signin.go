package signin

import "log"

func SignIn(user User, accessToken string) {
	log.Printf("token %s", accessToken) // expect: fail
	log.Println(user.Password)          // expect: fail
}
