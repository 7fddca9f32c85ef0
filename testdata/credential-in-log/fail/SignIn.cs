using Microsoft.Extensions.Logging;

public class SignIn
{
    private readonly ILogger<SignIn> _logger;
    public void Run(User user, string accessToken)
    {
        _logger.LogInformation("token {Token}", accessToken); // expect: fail
        _logger.LogDebug("signing in {P}", user.Password); // expect: fail
    }
}
