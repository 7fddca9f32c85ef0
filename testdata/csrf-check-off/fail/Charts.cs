using Microsoft.AspNetCore.Mvc;

[IgnoreAntiforgeryToken] // expect: fail
public class Charts : Controller
{
}
