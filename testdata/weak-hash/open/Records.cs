using System.Security.Cryptography;

public class Records
{
    public HashAlgorithm Make(string name) => HashAlgorithm.Create(name); // expect: open
}
