import java.security.MessageDigest;

class Records {
    Object one() throws Exception { return MessageDigest.getInstance("SHA-512"); }
}
