using System.IO;

public class Export
{
    public void Run() => File.SetUnixFileMode("export", UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
