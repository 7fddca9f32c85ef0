import org.springframework.web.bind.annotation.*;
import org.springframework.web.cors.CorsConfiguration;

@CrossOrigin(originPatterns = "*", allowCredentials = "true") // expect: fail
class Api {
    void a(CorsConfiguration cors) { cors.addAllowedOriginPattern("*"); } // expect: fail
}
