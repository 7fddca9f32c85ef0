import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class Security {
    void a(HttpSecurity http) throws Exception {
        http.csrf(withDefaults());
    }
}
