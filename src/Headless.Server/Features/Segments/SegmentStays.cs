using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Segments;

/// <summary><c>type SegmentMember</c>.</summary>
public sealed class SegmentMemberObjectType : ObjectType<SegmentMember>
{
    protected override void Configure(IObjectTypeDescriptor<SegmentMember> descriptor)
    {
        descriptor.Description("A stay of a member in a segment: who leaves and returns has two.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.EnteredAt).Description("When the member was found to belong to it.");
        descriptor.Field(s => s.EnteredBy).Description("Why the member entered.");
        descriptor.Field(s => s.LeftAt).Description("When the member was found to belong to it no more; null while the stay lasts.");
        descriptor.Field(s => s.LeftBy).Description("Why the member left; null while the stay lasts.");
    }
}

/// <summary><c>enum SegmentCause</c>.</summary>
public sealed class SegmentCauseEnumType : EnumType<SegmentCause>
{
    protected override void Configure(IEnumTypeDescriptor<SegmentCause> descriptor)
    {
        descriptor.Description("Why a member entered a segment or left it.");
        descriptor.Value(SegmentCause.Condition).Description("The member came to fulfil the condition, or ceased to; also when a decision by hand was taken back.");
        descriptor.Value(SegmentCause.ManualInclude).Description("Somebody put the member in by hand.");
        descriptor.Value(SegmentCause.ManualExclude).Description("Somebody kept the member out by hand.");
        descriptor.Value(SegmentCause.Freeze).Description("The segment is a frozen copy and took the member over.");
    }
}

/// <summary><c>type SegmentOverride</c>.</summary>
public sealed class SegmentOverrideObjectType : ObjectType<SegmentOverride>
{
    protected override void Configure(IObjectTypeDescriptor<SegmentOverride> descriptor)
    {
        descriptor.Description("A decision of a person that a member is in a segment or out of it, whatever the condition says.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Kind).Description("In or out.");
        descriptor.Field(o => o.Reason).Authorize(Policies.ReadPersonalData).Description("Why. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(o => o.CreatedAt).Description("When it was decided first.");
        descriptor.Field(o => o.UpdatedAt).Description("When it was last decided.");
    }
}

/// <summary><c>enum SegmentOverrideKind</c>.</summary>
public sealed class SegmentOverrideKindEnumType : EnumType<SegmentOverrideKind>
{
    protected override void Configure(IEnumTypeDescriptor<SegmentOverrideKind> descriptor)
    {
        descriptor.Description("Whether a member is in a segment or out of it whatever the condition says.");
        descriptor.Value(SegmentOverrideKind.Include).Description("In.");
        descriptor.Value(SegmentOverrideKind.Exclude).Description("Out.");
    }
}

/// <summary><c>input SegmentMemberFilterInput</c>.</summary>
public sealed class SegmentMemberFilterInput : FilterInputType<SegmentMember>
{
    protected override void Configure(IFilterInputTypeDescriptor<SegmentMember> descriptor)
    {
        descriptor.Description("Conditions on stays in segments; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.EnteredAt).Description("When the member entered.");
        descriptor.Field(s => s.LeftAt).Description("When the member left; eq: null finds the stays that last.");
        descriptor.Field(s => s.EnteredBy).Description("Why the member entered.");
        descriptor.Field(s => s.LeftBy).Description("Why the member left.");
    }
}

/// <summary><c>input SegmentMemberSortInput</c>.</summary>
public sealed class SegmentMemberSortInput : SortInputType<SegmentMember>
{
    protected override void Configure(ISortInputTypeDescriptor<SegmentMember> descriptor)
    {
        descriptor.Description("The order of stays in segments; the oldest row first among equals.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.EnteredAt).Description("By the time of entering.");
        descriptor.Field(s => s.LeftAt).Description("By the time of leaving.");
    }
}

/// <summary>The history of a segment, and the decisions about it.</summary>
[ExtendObjectType<Segment>]
public sealed class SegmentHistory
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<SegmentMemberFilterInput>]
    [UseSorting<SegmentMemberSortInput>]
    [GraphQLDescription("Who entered and left, when and why, of the members that the caller may see. Empty where privacy says that the caller may not know.")]
    public static IQueryable<SegmentMember> GetHistory([Parent(nameof(Segment.Id))] Segment segment, CommunityDbContext db, Caller caller)
    {
        var visible = caller.VisiblePrivacy;
        return db.SegmentMembers.Where(s => s.SegmentId == segment.Id && s.Segment.Privacy <= visible);
    }

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("Who was put in or kept out by hand, of the members that the caller may see.")]
    public static IQueryable<SegmentOverride> GetOverrides([Parent(nameof(Segment.Id))] Segment segment, CommunityDbContext db) =>
        db.SegmentOverrides.Where(o => o.SegmentId == segment.Id);
}

/// <summary>The segments of a member.</summary>
[ExtendObjectType<Member>]
public sealed class SegmentsOfMember
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<SegmentMemberFilterInput>]
    [UseSorting<SegmentMemberSortInput>]
    [GraphQLDescription("The segments that they are in and were in, but those of which privacy says that the caller may not know.")]
    public static IQueryable<SegmentMember> GetSegmentHistory([Parent(nameof(Member.Id))] Member member, CommunityDbContext db, Caller caller)
    {
        var visible = caller.VisiblePrivacy;
        return db.SegmentMembers.Where(s => s.MemberId == member.Id && s.Segment.Privacy <= visible);
    }
}

/// <summary>What a stay leads to.</summary>
[ExtendObjectType<SegmentMember>]
public sealed class SegmentMemberNode
{
    [Cost(1)]
    [GraphQLDescription("The segment.")]
    public static Task<Segment?> GetSegmentAsync(
        [Parent(nameof(SegmentMember.SegmentId))] SegmentMember stay, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(stay.SegmentId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(SegmentMember.MemberId))] SegmentMember stay, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(stay.MemberId, cancellationToken);
}

/// <summary>What a decision leads to.</summary>
[ExtendObjectType<SegmentOverride>]
public sealed class SegmentOverrideNode
{
    [Cost(1)]
    [GraphQLDescription("The member.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(SegmentOverride.MemberId))] SegmentOverride decision, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(decision.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who decided it.")]
    public static Task<Operator?> GetDecidedByAsync(
        [Parent(nameof(SegmentOverride.DecidedById))] SegmentOverride decision, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(decision.DecidedById, cancellationToken);
}
