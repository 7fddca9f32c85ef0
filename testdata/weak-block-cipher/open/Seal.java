import javax.crypto.Cipher;

class Seal {
    Object a(String transformation) throws Exception { return Cipher.getInstance(transformation); } // expect: open
}
