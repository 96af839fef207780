namespace Headless.GraphQL;

/// <summary>Thrown by a resolver whose errors the client may see as they are; any other exception is masked.</summary>
public class GraphQLException : Exception
{
    public GraphQLException(string message)
        : this(ErrorBuilder.New().SetMessage(message).Build())
    {
    }

    public GraphQLException(IError error)
        : base(error.Message, error.Exception)
        => Errors = [error];

    public GraphQLException(params IError[] errors)
        : base(errors.Length == 0 ? "Unexpected Execution Error" : errors[0].Message)
        => Errors = errors;

    public GraphQLException(IEnumerable<IError> errors)
        : this([.. errors])
    {
    }

    public IReadOnlyList<IError> Errors { get; }
}
