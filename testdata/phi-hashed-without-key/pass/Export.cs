using System.Security.Cryptography;

public class Export
{
    public string Ssn { get; set; }
    public byte[] Sum(byte[] body) => SHA256.HashData(body);
}
