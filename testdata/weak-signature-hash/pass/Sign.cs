using System.Security.Cryptography;

public class Sign
{
    public void Run(RSA rsa, byte[] key, byte[] note)
    {
        new HMACSHA256(key).ComputeHash(note);
        rsa.SignData(note, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }
}
