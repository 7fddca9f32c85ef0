import jakarta.servlet.http.Cookie;

class Cookies {
    void a() {
        Cookie cookie = new Cookie("session", token);
        cookie.setSecure(true);
    }
}
