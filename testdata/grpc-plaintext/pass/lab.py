import grpc

grpc.secure_channel("lab:50051", credentials)
grpc.insecure_channel("localhost:50051")
