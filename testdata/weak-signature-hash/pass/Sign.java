import java.security.Signature;
import javax.crypto.Mac;

class Sign {
    Object a() throws Exception { return Signature.getInstance("SHA256withRSA"); }
    Object c() throws Exception { return Mac.getInstance("HmacSHA256"); }
}
