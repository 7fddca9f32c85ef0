import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;

class Token {
    Object a() { return JWT.require(Algorithm.none()).build(); } // expect: fail
    Object b() { return Jwts.parser().unsecured().build(); } // expect: fail
}
