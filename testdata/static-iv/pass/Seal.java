import java.security.SecureRandom;
import javax.crypto.spec.*;

class Seal {
    Object a() {
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(iv);
        return new IvParameterSpec(iv);
    }
    Object b(byte[] message) { return new GCMParameterSpec(128, message, 0, 12); }
}
