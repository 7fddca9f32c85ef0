using System.Security.Cryptography;

public class Keys
{
    object a = RSA.Create(1024); // expect: fail
    object b = new RSACryptoServiceProvider(512); // expect: fail
}
