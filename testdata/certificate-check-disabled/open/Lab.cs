using System.Net.Http;

public class Lab
{
    public void Run()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (m, c, ch, errors) => Pinned(c); // expect: open
    }
}
