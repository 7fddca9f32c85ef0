using System.Text;
using Microsoft.IdentityModel.Tokens;

public class Seal
{
    public object Run(IConfiguration configuration) =>
        new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]));
}
