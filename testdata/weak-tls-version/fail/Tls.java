import javax.net.ssl.*;

class Tls {
    void a(SSLSocket socket) throws Exception {
        SSLContext.getInstance("TLSv1"); // expect: fail
        socket.setEnabledProtocols(new String[] {"TLSv1", "TLSv1.2"}); // expect: fail
        System.setProperty("https.protocols", "TLSv1,TLSv1.1,TLSv1.2"); // expect: fail
    }
}
