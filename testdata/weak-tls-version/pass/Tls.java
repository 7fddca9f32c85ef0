import javax.net.ssl.*;

class Tls {
    void a(SSLSocket socket) throws Exception {
        SSLContext.getInstance("TLS");
        socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        System.setProperty("https.protocols", "TLSv1.2");
    }
}
