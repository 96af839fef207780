namespace Headless.Server.Writing;

/// <summary>The input would make a second one of something that has to be unique. Nothing has been changed.</summary>
public sealed class AlreadyExistsException(string message, string path) : Exception(message)
{
    public string Code => "ALREADY_EXISTS";

    /// <summary>The field of the input that holds the value that is taken.</summary>
    public string Path { get; } = path;
}
