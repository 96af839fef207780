using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Paging;

/// <summary>
/// The checked arguments of a page: those of a connection (Relay's Connections specification, section 4), or those of a collection
/// segment, which is a forward page without cursors.
/// </summary>
internal readonly record struct PageRequest(int? First, string? After, int? Last, string? Before)
{
    /// <summary>Rows of the list before a segment, so few that the end of the segment is an Int; null for a connection's page.</summary>
    public int? Skip { get; private init; }

    /// <summary>Whether the page is read from the end of the list.</summary>
    public bool IsBackward => First is null && Last is not null;

    /// <summary>Rows of the page before <see cref="Last"/> is applied to a forward page.</summary>
    public int Size => IsBackward ? Last!.Value : First!.Value;

    /// <summary>Reads the arguments of a connection.</summary>
    /// <exception cref="GraphQLException">A size is negative, too large or missing.</exception>
    public static PageRequest ReadPage(FieldStepContext context, PagingOptions options)
    {
        var first = ReadSize(context, "first", options);
        var last = options.AllowBackwardPagination ? ReadSize(context, "last", options) : null;
        if (first is null && last is null)
        {
            first = DefaultSize(options, "One of the arguments first and last is required.");
        }

        return new PageRequest(
            first,
            context.ArgumentValue("after") as string,
            last,
            options.AllowBackwardPagination ? context.ArgumentValue("before") as string : null);
    }

    /// <summary>Reads the arguments of a collection segment.</summary>
    /// <exception cref="GraphQLException">A number is negative, too large or missing.</exception>
    public static PageRequest ReadSegment(FieldStepContext context, PagingOptions options)
    {
        var take = ReadSize(context, "take", options) ?? DefaultSize(options, "The argument take is required.");
        var skip = ReadNumber(context, "skip", DataErrors.PageOffsetInvalid) ?? 0;

        // Databases add the two, and PostgreSQL and SQL Server refuse a sum that is no Int; no list is that long.
        return new PageRequest(take, null, null, null) { Skip = Math.Min(skip, int.MaxValue - take - 1) };
    }

    private static int DefaultSize(PagingOptions options, string message)
        => options.RequirePagingBoundaries ? throw DataErrors.Create(message, DataErrors.PagingBoundariesRequired) : options.DefaultPageSize;

    private static int? ReadSize(FieldStepContext context, string argument, PagingOptions options)
    {
        var size = ReadNumber(context, argument, DataErrors.PageSizeInvalid);
        return size > options.MaxPageSize
            ? throw DataErrors.Create($"The argument {argument} must not be above {options.MaxPageSize}.", DataErrors.PageSizeExceeded)
            : size;
    }

    private static int? ReadNumber(FieldStepContext context, string argument, string code)
        => context.ArgumentValue(argument) is not int number ? null
            : number >= 0 ? number
            : throw DataErrors.Create($"The argument {argument} must not be negative.", code);
}
