import javax.crypto.Cipher;

class Seal {
    Object a() throws Exception { return Cipher.getInstance("AES"); } // expect: fail
    Object b() throws Exception { return Cipher.getInstance("AES/ECB/PKCS5Padding"); } // expect: fail
}
