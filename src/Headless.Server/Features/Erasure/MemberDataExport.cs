using System.Text.Json;
using Headless.Community.Erasure;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Erasure;

[GraphQLDescription("Everything that is held on a member.")]
public sealed record MemberDataExport(
    [property: GraphQLIgnore] long MemberId,
    [property: GraphQLDescription("When it was read.")] DateTime GeneratedAt,
    [property: Cost(0)] [property: GraphQLDescription("The tables that hold something on them, the member's own first.")] IReadOnlyList<MemberDataSection> Sections)
{
    [GraphQLDescription("The member.")]
    public Task<Member?> GetMemberAsync(ByIdDataLoader<Member> members, CancellationToken cancellationToken) => members.LoadAsync(MemberId, cancellationToken);
}

/// <summary><c>type MemberDataSection</c>.</summary>
public sealed class MemberDataSectionObjectType : ObjectType<MemberDataSection>
{
    protected override void Configure(IObjectTypeDescriptor<MemberDataSection> descriptor)
    {
        descriptor.Description("The rows of one table that are held on a member.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Name).Description("The table: ask for more of it by section and skip.");
        descriptor.Field(s => s.Count).Description("How many rows it holds on the member.");
        descriptor.Field(s => s.IsTruncated).Description("Whether there are more rows behind those that are here.");
        descriptor.Field(s => s.Rows).Description("The rows, at most 1 000: a list of objects with a member for each column; ids as the API writes them.");
    }
}

/// <summary>What is held on a member.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class MemberDataExportQueries
{
    [Authorize(Policies.Administer)]
    [Authorize(Policies.ReadPersonalData)]
    [Cost(100)]
    [GraphQLDescription("Everything that is held on a member, from every table that hangs on them, the records that were merged into theirs included; null where there is none.")]
    public static async Task<MemberDataExport?> GetMemberDataExportAsync(
        [ID<Member>] [GraphQLDescription("The member.")] long memberId,
        [GraphQLDescription("Only this section; all unless given.")] string? section,
        [GraphQLDescription("How many rows of each section to leave out: those that you have; 0 unless given.")] int? skip,
        CommunityDbContext db,
        INodeIdSerializer serializer,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!await db.Members.AnyAsync(m => m.Id == memberId, cancellationToken))
        {
            return null;
        }

        var ids = await MemberErasure.IdsOfPersonAsync(db, memberId, cancellationToken);
        var sections = await MemberData.ReadAsync(
            db, ids, section, Math.Max(0, skip ?? 0), (type, id) => serializer.Format(type, id), cancellationToken);
        return new MemberDataExport(memberId, clock.GetUtcNow().UtcDateTime, sections);
    }
}
