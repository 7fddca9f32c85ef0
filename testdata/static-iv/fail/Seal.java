import javax.crypto.spec.*;

class Seal {
    static final byte[] IV = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
    Object a() { return new IvParameterSpec("0123456789abcdef".getBytes()); } // expect: fail
    Object b() { return new IvParameterSpec(new byte[16]); } // expect: fail
    Object c() { return new IvParameterSpec(IV); } // expect: fail
    Object d() { return new GCMParameterSpec(128, "clinic-nonce".getBytes()); } // expect: fail
}
