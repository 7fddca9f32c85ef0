using System.Security.Cryptography;

public class Accounts
{
    public byte[] Store(byte[] note) => SHA256.HashData(note);
}
