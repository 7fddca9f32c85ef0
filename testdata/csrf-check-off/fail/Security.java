import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class Security {
    void a(HttpSecurity http) throws Exception {
        http.csrf().disable(); // expect: fail
        http.csrf(csrf -> csrf.disable()); // expect: fail
    }
}
