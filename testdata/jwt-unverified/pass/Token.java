import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;

class Token {
    Object a(RSAPublicKey key) { return JWT.require(Algorithm.RSA256(key)).build(); }
}
