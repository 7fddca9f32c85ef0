using System.Net.Http;

public class Lab
{
    public void Run()
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false };
    }
}
