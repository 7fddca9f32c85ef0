using Sentry;

public class App
{
    public void Start() => SentrySdk.Init(options => { options.SendDefaultPii = false; });
}
