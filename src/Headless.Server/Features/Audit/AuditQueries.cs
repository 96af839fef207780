using Headless.Server.Access;

namespace Headless.Server.Features.Audit;

/// <summary>The audit log as a list.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class AuditQueries
{
    [Authorize(Policies.Administer)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<AuditEntryFilterInput>]
    [UseSorting<AuditEntrySortInput>]
    [GraphQLDescription("What mutations have changed, row by row, in the order in which it was written. LEAD only.")]
    public static IQueryable<AuditEntry> GetAuditEntries(
        [GraphQLType<IdType>] [GraphQLDescription("Only what was done to this row: the global id of anything.")] string? subjectId,
        [ID<Member>] [GraphQLDescription("Only what was done to this member and to what hangs on them: accounts, tags, memberships.")] long? memberId,
        INodeIdSerializer serializer,
        CommunityDbContext db)
    {
        IQueryable<AuditEntry> entries = db.AuditEntries;
        if (memberId is not null)
        {
            entries = entries.Where(e => e.MemberId == memberId);
        }

        if (subjectId is null)
        {
            return entries;
        }

        var (type, id) = Parse(subjectId, serializer);
        return entries.Where(e => e.SubjectType == type && e.SubjectId == id);
    }

    private static (string Type, long Id) Parse(string subjectId, INodeIdSerializer serializer)
    {
        try
        {
            var parsed = serializer.Parse(subjectId, typeof(long));
            return (parsed.TypeName, (long)parsed.InternalId);
        }
        catch (NodeIdInvalidFormatException)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage("'subjectId' is not the global id of anything.").SetCode("INVALID_ID").Build());
        }
    }
}
