import io.jsonwebtoken.Jwts;

class Token {
    Object a(String token) { return Jwts.parser().parseClaimsJws(token); }
}
