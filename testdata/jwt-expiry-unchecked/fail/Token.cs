using Microsoft.IdentityModel.Tokens;

public class Token
{
    object a = new TokenValidationParameters { ValidateLifetime = false }; // expect: fail
}
