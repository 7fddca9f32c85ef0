using Microsoft.Extensions.Logging;

public class SignIn
{
    private readonly ILogger<SignIn> _logger;
    public void Run(User user)
    {
        _logger.LogInformation("signed in {Id}", user.Id);
        _logger.LogDebug("has one: {Has}", user.HasPassword);
    }
}
