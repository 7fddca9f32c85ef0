import org.springframework.http.HttpHeaders;
import java.sql.DriverManager;

class Lab {
    void a(HttpHeaders headers) throws Exception {
        headers.setBasicAuth("clinic", "Winter-Rain-42"); // expect: fail
        DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", "Winter-Rain-42"); // expect: fail
    }
}
