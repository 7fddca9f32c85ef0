public class Match
{
    private string ssn;
    public void Run(Patient patient)
    {
        throw new ArgumentException($"no record for {patient.Id}");
    }
}
