using System.Security.Cryptography;

public class Keys
{
    object a = RSA.Create(3072);
    object b = RSA.Create();
}
