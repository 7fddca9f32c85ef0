using Microsoft.Extensions.Logging;

public class Chart
{
    private string ssn;
    private readonly ILogger<Chart> _logger;
    public void Admit(Patient patient) => _logger.LogInformation("admitted {Id}", patient.Id);
}
