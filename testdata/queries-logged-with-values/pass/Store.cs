using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Logging;

public class Store
{
    public void Run(DbContextOptionsBuilder options)
    {
        options.UseSqlServer(connection).EnableSensitiveDataLogging(false);
        IdentityModelEventSource.ShowPII = false;
    }
}
