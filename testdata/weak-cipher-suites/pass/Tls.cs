using System.Net.Security;

public class Tls
{
    object a = new SslStream(stream, false, check, select, EncryptionPolicy.RequireEncryption);
}
