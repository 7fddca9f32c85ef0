import io.grpc.ManagedChannelBuilder;

class Lab {
    Object a() { return ManagedChannelBuilder.forAddress("lab", 50051).usePlaintext().build(); } // expect: fail
}
