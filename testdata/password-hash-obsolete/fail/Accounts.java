import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.StandardPasswordEncoder;

class Accounts {
    Object a() { return NoOpPasswordEncoder.getInstance(); } // expect: fail
    Object b() { return new StandardPasswordEncoder("secret"); } // expect: fail
}
