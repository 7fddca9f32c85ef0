using System.Security.Cryptography;
using System.Text;

public class Accounts
{
    public byte[] Store(string password)
    {
        using var sha = SHA256.Create();
        SHA512.HashData(Encoding.UTF8.GetBytes(password)); // expect: fail
        return sha.ComputeHash(Encoding.UTF8.GetBytes(password)); // expect: fail
    }
}
