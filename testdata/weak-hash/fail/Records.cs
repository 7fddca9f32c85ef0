using System.Security.Cryptography;

namespace Clinic;

public class Records
{
    public byte[] Fingerprint(byte[] note)
    {
        using var md5 = MD5.Create(); // expect: fail
        var old = new MD5CryptoServiceProvider(); // expect: fail
        HashAlgorithm.Create("MD5"); // expect: fail
        return MD5.HashData(note); // expect: fail
    }
}
