using System.Runtime.Serialization.Formatters.Binary;
using Newtonsoft.Json;

public class Inbox
{
    public object A(Stream stream) => new BinaryFormatter().Deserialize(stream); // expect: fail
    object settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }; // expect: fail
}
