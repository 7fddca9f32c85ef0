using Newtonsoft.Json;

public class Inbox
{
    object settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
}
