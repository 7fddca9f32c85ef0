import java.security.cert.X509Certificate;
import javax.net.ssl.*;

class Lab implements X509TrustManager {
    private X509TrustManager inner;
    public void checkClientTrusted(X509Certificate[] chain, String type) { inner.checkClientTrusted(chain, type); }
    public void checkServerTrusted(X509Certificate[] chain, String type) { inner.checkServerTrusted(chain, type); }
    public X509Certificate[] getAcceptedIssuers() { return inner.getAcceptedIssuers(); }
}
