using Headless.Server.Access;
using Headless.Server.Features.Segments.Conditions;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

/// <summary>Segments as a list and by id, and conditions that are tried out.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class SegmentQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<SegmentFilterInput>]
    [UseSorting<SegmentSortInput>]
    [GraphQLDescription("The segments of the whole organisation.")]
    public static IQueryable<Segment> GetSegments(CommunityDbContext db) => db.Segments;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One segment; null where there is none.")]
    public static Task<Segment?> GetSegmentByIdAsync(
        [ID<Segment>] [GraphQLDescription("The segment's global id.")] long id, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [GraphQLDescription("What a condition would find, among the members and by what happened in the groups that the caller may see. A condition that cannot be asked is an error CONDITION_INVALID whose extension fields names each fault with path, code and message.")]
    public static async Task<SegmentPreview> GetSegmentPreviewAsync(
        [GraphQLDescription("The condition.")] SegmentConditionInput condition,
        CommunityDatabase database,
        Caller caller,
        CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        try
        {
            return new SegmentPreview(await condition.ReadAsync(db, caller, "condition", cancellationToken));
        }
        catch (InvalidInputException exception)
        {
            throw Invalid(exception.Message, exception.Fields);
        }
        catch (NotFoundException exception)
        {
            throw Invalid(exception.Message, [new InvalidField(exception.Path, exception.Code, exception.Message)]);
        }
    }

    private static GraphQLException Invalid(string message, IReadOnlyList<InvalidField> fields) => new(
        ErrorBuilder.New()
            .SetMessage(message)
            .SetCode("CONDITION_INVALID")
            .SetExtension(
                "fields",
                fields.Select(field => new Dictionary<string, object?> { ["path"] = field.Path, ["code"] = field.Code, ["message"] = field.Message }).ToList())
            .Build());
}
