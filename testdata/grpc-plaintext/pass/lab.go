package lab

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

func Connect(config Config) {
	grpc.NewClient("lab:50051", grpc.WithTransportCredentials(credentials.NewTLS(config)))
}
