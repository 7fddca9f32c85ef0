using System.Security.Cryptography;

public class Seal
{
    object a = DES.Create(); // expect: fail
    object b = new TripleDESCryptoServiceProvider(); // expect: fail
    object c = SymmetricAlgorithm.Create("TripleDES"); // expect: fail
}
