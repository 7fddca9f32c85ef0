using System.Security.Cryptography;

public class Accounts
{
    public void Store(string password, byte[] salt)
    {
        Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
    }
}
