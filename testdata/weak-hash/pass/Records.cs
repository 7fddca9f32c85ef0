using System.Security.Cryptography;

public class Records
{
    public byte[] Fingerprint(byte[] note) => SHA256.HashData(note);
}
