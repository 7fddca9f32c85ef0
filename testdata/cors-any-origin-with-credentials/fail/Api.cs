using Microsoft.AspNetCore.Builder;

public class Api
{
    public void Run(object services)
    {
        services.AddCors(o => o.AddDefaultPolicy(p => p.SetIsOriginAllowed(origin => true).AllowCredentials())); // expect: fail
    }
}
