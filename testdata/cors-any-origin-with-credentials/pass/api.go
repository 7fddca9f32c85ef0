package web

import "github.com/gin-contrib/cors"

var policy = cors.Config{AllowOrigins: []string{"https://portal.clinic.example"}, AllowCredentials: true}
