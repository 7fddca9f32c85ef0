using System.Security.Cryptography;

public class Records
{
    object current = SHA256.Create();
}
