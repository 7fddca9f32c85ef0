package app

import "github.com/getsentry/sentry-go"

func Start() {
	sentry.Init(sentry.ClientOptions{Dsn: dsn})
}
