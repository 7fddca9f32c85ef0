using System.Net.Mail;

public class Mail
{
    object a = new SmtpClient("mail.clinic.example") { EnableSsl = true };
}
