using Headless.GraphQL.Execution;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Request errors that a transport finds itself (specification section 7.1.2, "Request errors").</summary>
internal static class RequestErrors
{
    /// <summary>The parameters are missing or malformed.</summary>
    public static OperationResult From(InvalidRequestException exception) => Create(exception.Message, exception.Code);

    /// <summary>A connection already runs as many operations as it may.</summary>
    public static OperationResult TooManyOperations(int limit)
        => Create($"No more than {limit} operations may run on a connection at a time.", "TOO_MANY_OPERATIONS");

    /// <summary>Something failed that is none of the client's business.</summary>
    public static OperationResult Unexpected() => Create("Unexpected Execution Error", "INTERNAL_SERVER_ERROR");

    /// <summary>What an interceptor has to say to the client.</summary>
    public static OperationResult From(GraphQLException exception) => ResultFactory.RequestError(exception.Errors);

    private static OperationResult Create(string message, string code)
        => ResultFactory.RequestError([ErrorBuilder.New().SetMessage(message).SetCode(code).Build()]);
}
