using Microsoft.Extensions.Logging;

public class Chart
{
    private readonly ILogger<Chart> _logger;
    public void Admit(Patient patient)
    {
        _logger.LogInformation("admitted {Ssn}", patient.Ssn); // expect: fail
        Console.WriteLine($"no match for {patient.MedicalRecordNumber}"); // expect: fail
    }
}
