import java.security.Signature;
import javax.crypto.Mac;

class Sign {
    Object a() throws Exception { return Signature.getInstance("SHA1withRSA"); } // expect: fail
    Object b() throws Exception { return Signature.getInstance("MD5withRSA"); } // expect: fail
    Object c() throws Exception { return Mac.getInstance("HmacMD5"); } // expect: fail
}
