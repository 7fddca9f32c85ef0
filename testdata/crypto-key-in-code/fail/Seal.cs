using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

public class Seal
{
    public void Run()
    {
        new SymmetricSecurityKey(Encoding.UTF8.GetBytes("clinic-secret-clinic-secret")); // expect: fail
        using var aes = Aes.Create();
        aes.Key = Encoding.UTF8.GetBytes("clinic-key-clini"); // expect: fail
    }
}
