namespace Headless.Server.Writing;

/// <summary>The input names something that does not exist or that the caller may not see: the two are not told apart.</summary>
[GraphQLDescription("The input names something that does not exist or that the caller may not see. Nothing has been changed.")]
public sealed class NotFoundException(string type, string path)
    : Exception($"There is no {type} with the id given as '{path}', or you may not see it.")
{
    public string Code => "NOT_FOUND";

    [GraphQLDescription("The field of the input that holds the id.")]
    public string Path { get; } = path;
}
