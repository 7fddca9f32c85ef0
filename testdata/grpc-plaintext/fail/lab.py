import grpc

grpc.insecure_channel("lab:50051")  # expect: fail
