namespace Headless.Server.Access;

/// <summary>Who acts where no request does: the operator of a webhook while a payload of theirs is made.</summary>
internal static class ActingCaller
{
    private static readonly AsyncLocal<Caller?> s_current = new();

    /// <summary>The caller for the flow of control; null: that of its request.</summary>
    public static Caller? Current => s_current.Value;

    /// <summary>Has somebody act until the result is disposed.</summary>
    public static IDisposable Begin(Caller caller)
    {
        var former = s_current.Value;
        s_current.Value = caller;
        return new Ending(former);
    }

    private sealed class Ending(Caller? former) : IDisposable
    {
        public void Dispose() => s_current.Value = former;
    }
}
