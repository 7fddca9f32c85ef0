using System.Security.Cryptography;
using System.Text;

public class Export
{
    public byte[] Code(Patient patient) => SHA256.HashData(Encoding.UTF8.GetBytes(patient.Ssn)); // expect: fail
}
