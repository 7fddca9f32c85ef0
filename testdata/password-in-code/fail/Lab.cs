using System.Net;

public class Lab
{
    object a = new NetworkCredential("clinic", "Winter-Rain-42"); // expect: fail
}
