import org.springframework.web.client.RestTemplate;

class Lookup {
    private String ssn;
    Object a(RestTemplate rest, Patient patient) {
        return rest.getForObject("/patients/{id}", Patient.class, patient.getId());
    }
}
