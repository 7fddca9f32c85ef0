import java.security.MessageDigest;

class Records {
    Object one() throws Exception { return MessageDigest.getInstance("SHA-1"); } // expect: fail
    Object two() throws Exception { return MessageDigest.getInstance("SHA"); } // expect: fail
}
