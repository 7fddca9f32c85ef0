import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Chart {
    private static final Logger LOG = LoggerFactory.getLogger(Chart.class);
    void admit(Patient patient) {
        LOG.info("admitted {}", patient.getSsn()); // expect: fail
        LOG.debug("saving " + patient); // expect: fail
        System.out.println("no match for " + patient.getMedicalRecordNumber()); // expect: fail
    }
}
