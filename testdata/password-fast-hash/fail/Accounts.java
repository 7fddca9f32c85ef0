import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

class Accounts {
    byte[] store(String password) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        DigestUtils.sha256Hex(password); // expect: fail
        MessageDigest.getInstance("MD5").digest(password.getBytes()); // expect: fail
        return digest.digest(password.getBytes("UTF-8")); // expect: fail
    }
}
