import javax.crypto.spec.PBEKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Accounts {
    Object a(char[] password, byte[] salt) { return new PBEKeySpec(password, salt, 600_000, 256); }
    Object b() { return new BCryptPasswordEncoder(); }
}
