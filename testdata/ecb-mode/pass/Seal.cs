using System.Security.Cryptography;

public class Seal
{
    public void Run()
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.CBC;
    }
}
