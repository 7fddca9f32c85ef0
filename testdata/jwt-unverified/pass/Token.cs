using Microsoft.IdentityModel.Tokens;

public class Token
{
    object a = new TokenValidationParameters { ValidateIssuer = true, IssuerSigningKey = key };
}
