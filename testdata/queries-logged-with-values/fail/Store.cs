using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Logging;

public class Store
{
    public void Run(DbContextOptionsBuilder options)
    {
        options.UseSqlServer(connection).EnableSensitiveDataLogging(); // expect: fail
        IdentityModelEventSource.ShowPII = true; // expect: fail
    }
}
