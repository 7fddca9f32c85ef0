import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Accounts {
    Object a() { return new BCryptPasswordEncoder(); }
}
