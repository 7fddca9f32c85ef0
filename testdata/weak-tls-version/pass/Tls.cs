using System.Net;
using System.Net.Http;
using System.Security.Authentication;

public class Tls
{
    public void Run()
    {
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls13;
        var handler = new HttpClientHandler { SslProtocols = SslProtocols.Tls12 };
    }
}
