using System.Net;
using System.Net.Http;
using System.Net.Security;

public class Lab
{
    public void Run()
    {
        ServicePointManager.ServerCertificateValidationCallback = (s, c, ch, e) => true; // expect: fail
        ServicePointManager.ServerCertificateValidationCallback += delegate { return true; }; // expect: fail
        var one = new HttpClientHandler { ServerCertificateCustomValidationCallback = (m, c, ch, e) => true }; // expect: fail
        var two = new HttpClientHandler();
        two.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; // expect: fail
        new SslStream(stream, false, (s, c, ch, e) => true); // expect: fail
    }
}
