namespace Headless.GraphQL.Data;

/// <summary>The errors that clients can cause, with their stable codes.</summary>
internal static class DataErrors
{
    public const string FilterInvalid = "FILTER_INVALID";
    public const string SortInvalid = "SORT_INVALID";
    public const string PageSizeInvalid = "PAGE_SIZE_INVALID";
    public const string PageSizeExceeded = "PAGE_SIZE_EXCEEDED";
    public const string PageOffsetInvalid = "PAGE_OFFSET_INVALID";
    public const string PagingBoundariesRequired = "PAGING_BOUNDARIES_REQUIRED";
    public const string CursorInvalid = "INVALID_CURSOR";
    public const string CursorTooLarge = "CURSOR_TOO_LARGE";
    public const string ListTooLong = "LIST_TOO_LONG";
    public const string NotSingle = "MORE_THAN_ONE_ELEMENT";

    public static GraphQLException InvalidFilter(string message) => Create(message, FilterInvalid);

    public static GraphQLException InvalidSort(string message) => Create(message, SortInvalid);

    public static GraphQLException InvalidCursor() => Create("The cursor is not valid for this field and order.", CursorInvalid);

    public static GraphQLException Create(string message, string code)
        => new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
