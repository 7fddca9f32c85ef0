import javax.crypto.*;
import org.bouncycastle.crypto.engines.BlowfishEngine;

class Seal {
    static final String ALGORITHM = "DESede/CBC/PKCS5Padding";
    Object a() throws Exception { return Cipher.getInstance("DES/CBC/PKCS5Padding"); } // expect: fail
    Object b() throws Exception { return Cipher.getInstance(ALGORITHM); } // expect: fail
    Object c() throws Exception { return javax.crypto.Cipher.getInstance("RC4", "BC"); } // expect: fail
    Object d() throws Exception { return Cipher.getInstance("PBEWithMD5AndDES"); } // expect: fail
    Object e() { return new BlowfishEngine(); } // expect: fail
}
