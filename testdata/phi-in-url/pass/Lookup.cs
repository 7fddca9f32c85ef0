using System.Net.Http;

public class Lookup
{
    private string ssn;
    public async Task Find(HttpClient http, Patient patient) => await http.GetAsync($"/patients/{patient.Id}");
}
