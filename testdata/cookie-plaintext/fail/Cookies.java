import jakarta.servlet.http.Cookie;
import org.springframework.http.ResponseCookie;

class Cookies {
    void a() {
        Cookie cookie = new Cookie("session", token);
        cookie.setSecure(false); // expect: fail
        ResponseCookie.from("session", token).httpOnly(true).secure(false).build(); // expect: fail
    }
}
