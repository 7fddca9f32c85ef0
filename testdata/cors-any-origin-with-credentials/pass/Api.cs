using Microsoft.AspNetCore.Builder;

public class Api
{
    public void Run(object services)
    {
        services.AddCors(o => o.AddDefaultPolicy(p => p.WithOrigins("https://portal.clinic.example").SetIsOriginAllowed(origin => false).AllowCredentials()));
    }
}
