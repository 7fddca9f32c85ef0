using System.Security.Cryptography;

public class Seal
{
    object a = Aes.Create();
}
