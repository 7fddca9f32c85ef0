using Microsoft.AspNetCore.Http;

public class Cookies
{
    object options = new CookieOptions { Secure = true, HttpOnly = true };
}
