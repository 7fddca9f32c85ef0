import javax.net.ssl.SSLSocket;

class Tls {
    void a(SSLSocket socket) {
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_NULL_SHA256", "TLS_AES_128_GCM_SHA256"}); // expect: fail
        socket.setEnabledCipherSuites(new String[] {"SSL_DH_anon_WITH_3DES_EDE_CBC_SHA"}); // expect: fail
    }
}
