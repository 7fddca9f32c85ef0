import javax.crypto.Cipher;

class Seal {
    Object a(Config config) throws Exception { return Cipher.getInstance(config.transformation()); } // expect: open
}
