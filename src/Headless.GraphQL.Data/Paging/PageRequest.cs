using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Paging;

/// <summary>The checked paging arguments of a connection (Relay's Connections specification, section 4).</summary>
internal readonly record struct PageRequest(int? First, string? After, int? Last, string? Before)
{
    /// <summary>Whether the page is read from the end of the list.</summary>
    public bool IsBackward => First is null && Last is not null;

    /// <summary>Rows of the page before <see cref="Last"/> is applied to a forward page.</summary>
    public int Size => IsBackward ? Last!.Value : First!.Value;

    /// <exception cref="GraphQLException">A size is negative, too large or missing.</exception>
    public static PageRequest Read(FieldStepContext context, PagingOptions options)
    {
        var first = ReadSize(context, "first", options);
        var last = options.AllowBackwardPagination ? ReadSize(context, "last", options) : null;
        if (first is null && last is null)
        {
            first = options.RequirePagingBoundaries
                ? throw DataErrors.Create("One of the arguments first and last is required.", DataErrors.PagingBoundariesRequired)
                : options.DefaultPageSize;
        }

        return new PageRequest(
            first,
            context.ArgumentValue("after") as string,
            last,
            options.AllowBackwardPagination ? context.ArgumentValue("before") as string : null);
    }

    private static int? ReadSize(FieldStepContext context, string argument, PagingOptions options)
    {
        if (context.ArgumentValue(argument) is not int size)
        {
            return null;
        }

        if (size < 0)
        {
            throw DataErrors.Create($"The argument {argument} must not be negative.", DataErrors.PageSizeInvalid);
        }

        return size <= options.MaxPageSize
            ? size
            : throw DataErrors.Create($"The argument {argument} must not be above {options.MaxPageSize}.", DataErrors.PageSizeExceeded);
    }
}
