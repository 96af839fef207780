using System.Text.Json;
using Headless.Server.Access;

namespace Headless.Server.Transfers;

/// <summary>Reads lists as the API answers them to somebody: with the same filters, rows and fields.</summary>
public interface IListReader
{
    /// <summary>The most rows of a page.</summary>
    int PageSize { get; }

    /// <summary>The argument <c>where</c> that a field was given, as a GraphQL literal; null where it was given none.</summary>
    string? Filter(IResolverContext context);

    /// <summary>The answer to a query. What is wrong with it is in it, as for any client.</summary>
    /// <param name="document">The query.</param>
    /// <param name="after">Its variable <c>after</c>.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="isLimited">Whether it may cost no more than what a client asks. Not the pages of an export: its filter was measured when it was asked for.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    Task<JsonDocument> ReadAsync(string document, string? after, Caller caller, bool isLimited, CancellationToken cancellationToken);
}
