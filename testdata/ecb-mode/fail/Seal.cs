using System.Security.Cryptography;

public class Seal
{
    public void Run(byte[] note)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB; // expect: fail
        using (Aes other = Aes.Create()) { other.Mode = CipherMode.ECB; } // expect: fail
        var old = new RijndaelManaged { Mode = CipherMode.ECB, KeySize = 256 }; // expect: fail
        aes.EncryptEcb(note, PaddingMode.PKCS7); // expect: fail
    }
}
