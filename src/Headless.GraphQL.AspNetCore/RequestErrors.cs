using Headless.GraphQL.Execution;

namespace Headless.GraphQL.AspNetCore;

/// <summary>Request errors that a transport itself finds.</summary>
internal static class RequestErrors
{
    public static OperationResult InvalidRequest(string message) => throw new NotImplementedException();

    public static OperationResult TooManyOperations(int limit) => throw new NotImplementedException();

    public static OperationResult Unexpected() => throw new NotImplementedException();

    public static OperationResult From(GraphQLException exception) => throw new NotImplementedException();
}
