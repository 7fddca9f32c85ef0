import org.springframework.web.bind.annotation.*;

@CrossOrigin(origins = "https://portal.clinic.example", allowCredentials = "true")
class Api {
}
