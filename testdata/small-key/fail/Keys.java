import java.security.KeyPairGenerator;
import java.security.spec.*;

class Keys {
    void a() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024); // expect: fail
        generator.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4)); // expect: fail
        generator.initialize(new ECGenParameterSpec("secp192r1")); // expect: fail
    }
}
