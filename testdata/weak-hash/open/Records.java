import java.security.MessageDigest;

class Records {
    byte[] fingerprint(byte[] note, String algorithm) throws Exception {
        return MessageDigest.getInstance(algorithm).digest(note); // expect: open
    }
}
