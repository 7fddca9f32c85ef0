using System.Net;

public class Lab
{
    public object Make(string password) => new NetworkCredential("clinic", password);
}
