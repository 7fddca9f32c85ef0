import org.springframework.web.client.RestTemplate;

class Lookup {
    Object a(RestTemplate rest, Patient patient) {
        return rest.getForObject("/patients?ssn=" + patient.getSsn(), Patient.class); // expect: fail
    }
}
