import java.security.MessageDigest;

class Records {
    byte[] fingerprint(byte[] note) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(note);
    }
}
