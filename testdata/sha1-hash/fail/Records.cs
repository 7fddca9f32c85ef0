using System.Security.Cryptography;

public class Records
{
    public byte[] Fingerprint(byte[] note) => SHA1.HashData(note); // expect: fail
    object old = new SHA1Managed(); // expect: fail
}
