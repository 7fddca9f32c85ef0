using System.Security.Cryptography;

public class Export
{
    public byte[] Sum(byte[] body) => SHA256.HashData(body);
}
