import javax.crypto.Cipher;

class Seal {
    Object a() throws Exception { return Cipher.getInstance("AES/GCM/NoPadding"); }
    Object b() throws Exception { return Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding"); }
}
