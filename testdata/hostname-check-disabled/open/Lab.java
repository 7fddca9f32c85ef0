import javax.net.ssl.*;

class Strict implements HostnameVerifier {
    public boolean verify(String host, SSLSession session) { return known(host); } // expect: open
}
