public class Match
{
    public void Run(Patient patient)
    {
        throw new ArgumentException($"no record for {patient.Ssn}"); // expect: fail
    }
}
