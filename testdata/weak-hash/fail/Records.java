package clinic;

import java.security.MessageDigest;
import com.google.common.hash.Hashing;
import org.apache.commons.codec.digest.DigestUtils;

class Records {
    private static final String ALGORITHM = "MD5";

    byte[] fingerprint(byte[] note) throws Exception {
        MessageDigest md = MessageDigest.getInstance("MD5"); // expect: fail
        MessageDigest other = MessageDigest.getInstance(ALGORITHM); // expect: fail
        java.security.MessageDigest.getInstance("md2"); // expect: fail
        Hashing.md5().hashBytes(note); // expect: fail
        DigestUtils.md5Hex(note); // expect: fail
        return md.digest(note);
    }
}
