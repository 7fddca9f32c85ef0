using System.Security.Cryptography;

public class Reset
{
    public void Run(User user)
    {
        user.ResetToken = RandomNumberGenerator.GetHexString(32);
    }
}
