package lab

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

func Connect() {
	grpc.NewClient("lab:50051", grpc.WithTransportCredentials(insecure.NewCredentials())) // expect: fail
}
