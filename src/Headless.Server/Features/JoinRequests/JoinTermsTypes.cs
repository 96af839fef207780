using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.JoinRequests;

/// <summary><c>type JoinTerms</c>.</summary>
public sealed class JoinTermsObjectType : ObjectType<JoinTerms>
{
    protected override void Configure(IObjectTypeDescriptor<JoinTerms> descriptor)
    {
        descriptor.Description("What a group asks of whoever wants to come in, beside its joinPolicy.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<JoinTermsNode>(n => JoinTermsNode.GetJoinTermsAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id.");
        descriptor.Field(t => t.UpdatedAt).Description("When they were last changed here.");
        descriptor.Field(t => t.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary>What the terms lead to.</summary>
[ExtendObjectType<JoinTerms>]
public sealed class JoinTermsNode
{
    [GraphQLIgnore]
    public static Task<JoinTerms?> GetJoinTermsAsync(long id, ByIdDataLoader<JoinTerms> terms, CancellationToken cancellationToken) =>
        terms.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What coming in costs, where joinPolicy is PAID.")]
    public static Money? GetEntryFee([Parent($"{nameof(JoinTerms.EntryFeeAmount)} {nameof(JoinTerms.EntryFeeCurrency)}")] JoinTerms terms) =>
        terms is { EntryFeeAmount: { } amount, EntryFeeCurrency: { } currency } ? new Money(amount, currency) : null;

    [Cost(1)]
    [GraphQLDescription("The campaign that has to be taken part in, where joinPolicy is CAMPAIGN.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(JoinTerms.CampaignId))] JoinTerms terms, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(terms.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The segment that they have to belong to, whatever the policy.")]
    public static Task<Segment?> GetSegmentAsync(
        [Parent(nameof(JoinTerms.SegmentId))] JoinTerms terms, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(terms.SegmentId, cancellationToken);
}

/// <summary>The terms of groups: one statement for a level.</summary>
public sealed class JoinTermsOfGroupDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, JoinTerms>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, JoinTerms>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.JoinTerms.AsNoTracking().Where(t => keys.Contains(t.GroupId)).ToDictionaryAsync(t => t.GroupId, cancellationToken);
    }
}

/// <summary>The terms of a group.</summary>
[ExtendObjectType<Group>]
public sealed class JoinTermsOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("What it asks of whoever wants to come in, beside joinPolicy; null: nothing.")]
    public static Task<JoinTerms?> GetJoinTermsAsync([Parent(nameof(Group.Id))] Group group, JoinTermsOfGroupDataLoader terms, CancellationToken cancellationToken) =>
        terms.LoadAsync(group.Id, cancellationToken);
}

[GraphQLDescription("What a group asks of whoever wants to come in. A field that is not given stays as it is; null clears it.")]
public sealed record SetJoinTermsInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: GraphQLDescription("The version of the terms that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What coming in costs, where joinPolicy is PAID.")] Optional<MoneyInput?> EntryFee,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that has to be taken part in, where joinPolicy is CAMPAIGN.")] Optional<long?> CampaignId,
    [property: ID<Segment>] [property: GraphQLDescription("The segment that they have to belong to, whatever the policy.")] Optional<long?> SegmentId);

/// <summary>The rules of <see cref="SetJoinTermsInput"/>.</summary>
public sealed class SetJoinTermsValidator : AbstractValidator<SetJoinTermsInput>
{
    public SetJoinTermsValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.EntryFee.Value!).SetValidator(new MoneyValidator()).When(i => i.EntryFee.Value is not null).OverridePropertyName("entryFee");
    }
}

/// <summary>Says what a group asks of newcomers.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetJoinTermsMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Says what a group asks of whoever wants to come in, beside joinPolicy, which updateGroup changes.")]
    public static Task<JoinTerms> SetJoinTermsAsync(SetJoinTermsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var terms = await session.Db.JoinTerms.FirstOrDefaultAsync(t => t.GroupId == group.Id, session.CancellationToken);
                if (terms is null)
                {
                    session.Db.JoinTerms.Add(terms = new JoinTerms { GroupId = group.Id });
                }
                else
                {
                    session.Expect(terms, input.Version);
                }

                if (input.EntryFee.HasValue)
                {
                    terms.SetEntryFee(input.EntryFee.Value?.Amount, input.EntryFee.Value?.Currency);
                }

                terms.CampaignId = (await session.FindAsync<Campaign>(input.CampaignId.Or(terms.CampaignId), "campaignId"))?.Id;
                terms.SegmentId = (await session.FindAsync<Segment>(input.SegmentId.Or(terms.SegmentId), "segmentId"))?.Id;
                session.Record(ActivityKind.JoinTermsChanged, () => new ActivitySubject { GroupId = group.Id, CampaignId = terms.CampaignId });
                return terms;
            },
            cancellationToken);
}
