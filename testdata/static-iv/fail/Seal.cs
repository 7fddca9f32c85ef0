using System.Security.Cryptography;
using System.Text;

public class Seal
{
    public void Run()
    {
        using var aes = Aes.Create();
        aes.IV = Encoding.UTF8.GetBytes("0123456789abcdef"); // expect: fail
        aes.IV = new byte[16]; // expect: fail
        aes.IV = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }; // expect: fail
    }
}
