using System.Net;

public class Lab
{
    public void Run(FtpWebRequest request)
    {
        request.EnableSsl = true;
    }
}
