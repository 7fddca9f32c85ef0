import javax.crypto.spec.SecretKeySpec;

class Seal {
    Object a(byte[] key) { return new SecretKeySpec(key, "AES"); }
    Object b() { return new SecretKeySpec(System.getenv("FIELD_KEY").getBytes(), "AES"); }
}
