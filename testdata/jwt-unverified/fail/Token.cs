using Microsoft.IdentityModel.Tokens;

public class Token
{
    object a = new TokenValidationParameters { RequireSignedTokens = false, ValidateIssuer = true }; // expect: fail
    object b = new TokenValidationParameters { SignatureValidator = (token, p) => new JwtSecurityToken(token) }; // expect: fail
}
