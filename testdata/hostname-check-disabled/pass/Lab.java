import javax.net.ssl.*;

class Strict implements HostnameVerifier {
    public boolean verify(String host, SSLSession session) {
        if (host == null) { throw new IllegalArgumentException(); }
        return known(host);
    }
}
