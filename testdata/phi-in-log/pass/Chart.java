import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Chart {
    private String ssn;
    private static final Logger LOG = LoggerFactory.getLogger(Chart.class);
    void admit(Patient patient) {
        LOG.info("admitted {}", patient.getId());
    }
}
