public class Reset
{
    public void Run(User user)
    {
        user.ResetToken = Random.Shared.Next(100000, 999999).ToString(); // expect: fail
    }
}
