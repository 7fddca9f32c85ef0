import org.springframework.http.HttpHeaders;

class Lab {
    void a(HttpHeaders headers, String password) {
        headers.setBasicAuth("clinic", password);
    }
}
