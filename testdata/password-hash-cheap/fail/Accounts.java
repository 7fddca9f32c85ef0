import javax.crypto.spec.PBEKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Accounts {
    Object a(char[] password, byte[] salt) { return new PBEKeySpec(password, salt, 1000, 256); } // expect: fail
    Object b() { return new BCryptPasswordEncoder(4); } // expect: fail
}
