using Microsoft.AspNetCore.Http;

public class Cookies
{
    public void Run(HttpResponse response)
    {
        response.Cookies.Append("session", token, new CookieOptions { Secure = false, HttpOnly = true }); // expect: fail
        var options = new CookieOptions();
        options.Secure = false; // expect: fail
    }
}
