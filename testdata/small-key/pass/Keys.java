import java.security.KeyPairGenerator;

class Keys {
    void a() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(256);
    }
}
