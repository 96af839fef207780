using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.CallLists;

/// <summary>Call lists and calls as lists and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class CallListQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CallListFilterInput>]
    [UseSorting<CallListSortInput>]
    [GraphQLDescription("Call lists: an OWNER or ADMIN sees those that they made and those on which they have calls to make.")]
    public static IQueryable<CallList> GetCallLists(CommunityDbContext db) => db.CallLists;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One call list; null where there is none or the caller may not see it.")]
    public static Task<CallList?> GetCallListByIdAsync(
        [ID<CallList>] [GraphQLDescription("The list's global id.")] long id, ByIdDataLoader<CallList> lists, CancellationToken cancellationToken) =>
        lists.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CallEntryFilterInput>]
    [UseSorting<CallEntrySortInput>]
    [GraphQLDescription("Entries of all call lists: an OWNER or ADMIN sees those that they are to call and those that they put on a list.")]
    public static IQueryable<CallEntry> GetCallEntries(CommunityDbContext db) => db.CallEntries;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One entry of a call list; null where there is none or the caller may not see it.")]
    public static Task<CallEntry?> GetCallEntryByIdAsync(
        [ID<CallEntry>] [GraphQLDescription("The entry's global id.")] long id, ByIdDataLoader<CallEntry> entries, CancellationToken cancellationToken) =>
        entries.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<CallEntryFilterInput>]
    [UseSorting<CallEntrySortInput>]
    [GraphQLDescription("The calls that the caller is to make now: their own of the current rounds of open lists, as far as the time to call has come.")]
    public static IQueryable<CallEntry> GetCallsDue(CommunityDbContext db, Caller caller)
    {
        var me = caller.OperatorId;
        return db.CallEntries.Where(e =>
            e.OperatorId == me
            && (e.Status == CallStatus.Pending || e.Status == CallStatus.NoAnswer || e.Status == CallStatus.Reached)
            && (e.NextCallAt == null || e.NextCallAt <= db.Now)
            && e.CallList.Status == CallListStatus.Open
            && e.Round == e.CallList.Round);
    }
}
