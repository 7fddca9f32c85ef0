import javax.net.ssl.SSLSocket;

class Tls {
    void a(SSLSocket socket) {
        socket.setEnabledCipherSuites(new String[] {"TLS_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"});
    }
}
