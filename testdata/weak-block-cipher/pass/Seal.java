import javax.crypto.Cipher;

class Seal {
    Object a() throws Exception { return Cipher.getInstance("AES/GCM/NoPadding"); }
}
