using System.Security.Cryptography;

public class Accounts
{
    public void Store(string password, byte[] salt)
    {
        new Rfc2898DeriveBytes(password, salt, 1000); // expect: fail
        Rfc2898DeriveBytes.Pbkdf2(password, salt, 10000, HashAlgorithmName.SHA256, 32); // expect: fail
    }
}
