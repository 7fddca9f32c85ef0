import org.apache.commons.codec.digest.DigestUtils;

class Export {
    String code(Patient patient) { return DigestUtils.sha256Hex(patient.getSsn()); } // expect: fail
}
