using Microsoft.AspNetCore.Mvc;

[AutoValidateAntiforgeryToken]
public class Charts : Controller
{
}
