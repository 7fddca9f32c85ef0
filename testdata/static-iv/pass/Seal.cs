using System.Security.Cryptography;

public class Seal
{
    public void Run()
    {
        using var aes = Aes.Create();
        aes.IV = RandomNumberGenerator.GetBytes(16);
        var iv = new byte[16];
        RandomNumberGenerator.Fill(iv);
        aes.IV = iv;
    }
}
