import java.security.cert.X509Certificate;
import javax.net.ssl.*;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.apache.http.conn.ssl.TrustSelfSignedStrategy;
import org.apache.http.ssl.SSLContextBuilder;

class Lab {
    TrustManager all = new X509TrustManager() {
        public void checkClientTrusted(X509Certificate[] chain, String type) {}
        public void checkServerTrusted(X509Certificate[] chain, String type) {} // expect: fail
        public X509Certificate[] getAcceptedIssuers() { return null; }
    };
    Object a() { return builder().trustManager(InsecureTrustManagerFactory.INSTANCE); } // expect: fail
    Object b() throws Exception { return new SSLContextBuilder().loadTrustMaterial(null, (chain, type) -> true).build(); } // expect: fail
    Object c() throws Exception { return new SSLContextBuilder().loadTrustMaterial(null, new TrustSelfSignedStrategy()); } // expect: fail
}
