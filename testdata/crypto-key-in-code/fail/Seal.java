import javax.crypto.spec.SecretKeySpec;
import io.jsonwebtoken.*;

class Seal {
    private static final String KEY = "clinic-key-clini";
    Object a() { return new SecretKeySpec(KEY.getBytes(), "AES"); } // expect: fail
    Object b() { return Jwts.builder().setSubject("x").signWith(SignatureAlgorithm.HS256, "clinic-secret").compact(); } // expect: fail
}
