import javax.net.ssl.*;
import okhttp3.OkHttpClient;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

class Lab {
    Object a() { return new OkHttpClient.Builder().hostnameVerifier((host, session) -> true).build(); } // expect: fail
    void b() { HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> { return true; }); } // expect: fail
    Object c() { return builder().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE); } // expect: fail
}
class Trusting implements HostnameVerifier {
    public boolean verify(String host, SSLSession session) { return true; } // expect: fail
}
