import java.security.MessageDigest;

class Accounts {
    byte[] store(byte[] note) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(note);
    }
}
