import org.apache.commons.codec.digest.DigestUtils;

class Export {
    private String ssn;
    String sum(byte[] body) { return DigestUtils.sha256Hex(body); }
}
