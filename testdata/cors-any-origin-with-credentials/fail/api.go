package web

import "github.com/gin-contrib/cors"

var policy = cors.Config{AllowOriginFunc: func(origin string) bool { return true }, AllowCredentials: true} // expect: fail
