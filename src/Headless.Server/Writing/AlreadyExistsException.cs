namespace Headless.Server.Writing;

/// <summary>The input would make a second one of something that has to be unique. Nothing has been changed.</summary>
[GraphQLDescription("It would make a second one of something that has to be unique. Nothing has been changed.")]
public sealed class AlreadyExistsException(string message, string path) : Exception(message)
{
    public string Code => "ALREADY_EXISTS";

    [GraphQLDescription("The field of the input that holds the value that is taken.")]
    public string Path { get; } = path;
}
