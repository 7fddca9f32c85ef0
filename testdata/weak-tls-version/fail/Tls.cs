using System.Net;
using System.Net.Http;
using System.Security.Authentication;

public class Tls
{
    public void Run()
    {
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls; // expect: fail
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls11; // expect: fail
        var handler = new HttpClientHandler { SslProtocols = SslProtocols.Tls11 }; // expect: fail
        handler.SslProtocols = SslProtocols.Tls; // expect: fail
    }
}
