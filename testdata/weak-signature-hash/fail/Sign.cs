using System.Security.Cryptography;

public class Sign
{
    public void Run(RSA rsa, byte[] key, byte[] note)
    {
        new HMACMD5(key).ComputeHash(note); // expect: fail
        rsa.SignData(note, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1); // expect: fail
    }
}
