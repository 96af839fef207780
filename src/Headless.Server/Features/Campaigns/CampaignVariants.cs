using FluentValidation;
using Headless.Metrics.Analysis;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("A copy or poster to try.")]
public sealed record CampaignVariantInput(
    [property: GraphQLDescription("The name; unique in the campaign.")] string Name,
    [property: GraphQLDescription("The words, at most 2 000 characters.")] string? Text,
    [property: ID<ContentItem>] [property: GraphQLDescription("The content item that has it, a poster for instance.")] long? ContentItemId,
    [property: GraphQLDescription("How many get it in proportion to the others, 1 to 100; 1 unless given.")] int? Weight);

[GraphQLDescription("What is tried in a campaign. It takes the place of what was there.")]
public sealed record SetCampaignVariantsInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign: not over, and nobody has been assigned yet.")] long CampaignId,
    [property: Cost(0)] [property: GraphQLDescription("Two to ten; the first is what the others are compared with. Empty: nothing is tried.")] IReadOnlyList<CampaignVariantInput> Variants,
    [property: GraphQLDescription("The version of the campaign that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("Members who are to get a variant each.")]
public sealed record AssignCampaignVariantsInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign: not over.")] long CampaignId,
    [property: ID<Member>] [property: GraphQLDescription("The members, at most 1 000.")] IReadOnlyList<long> MemberIds);

/// <summary>The rules of <see cref="SetCampaignVariantsInput"/>.</summary>
public sealed class SetCampaignVariantsValidator : AbstractValidator<SetCampaignVariantsInput>
{
    public SetCampaignVariantsValidator()
    {
        RuleFor(i => i.Variants).Must(v => v.Count is 0 or (>= 2 and <= CampaignVariant.Max)).WithErrorCode("INVALID_VARIANTS").WithMessage($"Give 2 to {CampaignVariant.Max} variants, or none.");
        RuleFor(i => i.Variants).Must(v => v.Select(x => x.Name).Distinct(StringComparer.Ordinal).Count() == v.Count).WithErrorCode("DUPLICATE_NAME").WithMessage("Each variant has a name of its own.");
        RuleForEach(i => i.Variants).ChildRules(variant =>
        {
            variant.RuleFor(v => v.Name).NotEmpty().MaximumLength(CampaignVariant.NameMaxLength).PlainText();
            variant.RuleFor(v => v.Text).MaximumLength(CampaignVariant.TextMaxLength).PlainText();
            variant.RuleFor(v => v.Weight).InclusiveBetween(1, CampaignVariant.MaxWeight);
        });
    }
}

/// <summary>The rules of <see cref="AssignCampaignVariantsInput"/>.</summary>
public sealed class AssignCampaignVariantsValidator : AbstractValidator<AssignCampaignVariantsInput>
{
    private const int MaxMembers = 1_000;

    public AssignCampaignVariantsValidator() => RuleFor(i => i.MemberIds).Must(ids => ids.Count is > 0 and <= MaxMembers && ids.Distinct().Count() == ids.Count)
        .WithErrorCode("INVALID_MEMBERS").WithMessage($"Give 1 to {MaxMembers} members, each once.");
}

[GraphQLDescription("The variant that a member gets.")]
public sealed record AssignedVariant(
    [property: GraphQLIgnore] long MemberKey,
    [property: GraphQLIgnore] long VariantKey,
    [property: GraphQLDescription("Since when.")] DateTime AssignedAt);

[GraphQLDescription("The variants of some members.")]
public sealed record VariantAssignments(
    [property: ListSize(AssumedSize = 100)] [property: GraphQLDescription("In the order of the input.")] IReadOnlyList<AssignedVariant> Members);

/// <summary>What is tried in a campaign, and who gets what.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CampaignVariantMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says what is tried in a campaign: copies or posters. Once somebody has been assigned it stays: VARIANTS_IN_USE.")]
    public static Task<Campaign> SetCampaignVariantsAsync(SetCampaignVariantsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var (db, ct) = (session.Db, session.CancellationToken);
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                session.Expect(campaign, input.Version);
                RequireOpen(campaign);
                if (await db.VariantAssignments.IgnoreQueryFilters().AnyAsync(a => a.CampaignId == campaign.Id, ct))
                {
                    throw new DomainException(DomainErrorCodes.VariantsInUse, "Members have been assigned: changed now, nothing could be compared. Make another campaign.");
                }

                db.CampaignVariants.RemoveRange(await db.CampaignVariants.Where(v => v.CampaignId == campaign.Id).ToListAsync(ct));
                await db.SaveChangesAsync(ct);
                foreach (var (variant, index) in input.Variants.Select((variant, index) => (variant, index)))
                {
                    var item = await session.FindAsync<ContentItem>(variant.ContentItemId, $"variants[{index}].contentItemId");
                    db.CampaignVariants.Add(new CampaignVariant
                    {
                        CampaignId = campaign.Id, Name = variant.Name, Text = variant.Text, ContentItemId = item?.Id, Weight = variant.Weight ?? 1, Position = index,
                    });
                }

                session.RecordCampaign(ActivityKind.CampaignVariantsSet, campaign, await session.FindGroupIdsAsync(campaign.Id));
                return campaign;
            },
            cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Says which variant each of some members gets, and remembers it: asked again, also by many at once, the answer is the same. It follows from the member and the campaign alone, in proportion to the weights.")]
    public static Task<VariantAssignments> AssignCampaignVariantsAsync(AssignCampaignVariantsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var (db, ct) = (session.Db, session.CancellationToken);
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var ids = input.MemberIds.ToArray();
                var visible = await db.Members.Where(m => EF.Parameter(ids).Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
                if (Array.FindIndex(ids, id => !visible.Contains(id)) is >= 0 and var missing)
                {
                    throw new NotFoundException(nameof(Member), $"memberIds[{missing}]");
                }

                var known = await db.VariantAssignments.IgnoreQueryFilters().Where(a => a.CampaignId == campaign.Id && EF.Parameter(ids).Contains(a.MemberId)).ToDictionaryAsync(a => a.MemberId, ct);
                if (known.Count < ids.Length)
                {
                    RequireOpen(campaign);
                    var variants = await db.CampaignVariants.Where(v => v.CampaignId == campaign.Id).ToListAsync(ct);
                    if (variants.Count == 0)
                    {
                        throw new DomainException(DomainErrorCodes.NoVariants, "Nothing is tried in the campaign: setCampaignVariants first.");
                    }

                    foreach (var id in ids.Where(id => !known.ContainsKey(id)))
                    {
                        known[id] = new VariantAssignment { CampaignId = campaign.Id, VariantId = CampaignVariant.Of(variants, id).Id, MemberId = id, AssignedAt = session.Now };
                        db.VariantAssignments.Add(known[id]);
                        session.Record(ActivityKind.VariantAssigned, () => new ActivitySubject { CampaignId = campaign.Id, MemberId = id, Text = variants.Find(v => v.Id == known[id].VariantId)!.Name });
                    }
                }

                return new VariantAssignments([.. ids.Select(id => new AssignedVariant(id, known[id].VariantId, known[id].AssignedAt))]);
            },
            cancellationToken);

    private static void RequireOpen(Campaign campaign)
    {
        if (campaign.Status is CampaignStatus.Ended or CampaignStatus.Reviewed or CampaignStatus.Cancelled)
        {
            throw new DomainException(DomainErrorCodes.CampaignUnderWay, "The campaign is over.");
        }
    }
}

/// <summary><c>type CampaignVariant</c>.</summary>
public sealed class CampaignVariantObjectType : ObjectType<CampaignVariant>
{
    protected override void Configure(IObjectTypeDescriptor<CampaignVariant> descriptor)
    {
        descriptor.Description("One of several copies or posters of a campaign that are tried against each other.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(v => v.Id).ResolveNodeWith<CampaignVariantNode>(n => CampaignVariantNode.GetCampaignVariantAsync(default, default!, default));
        descriptor.Field(v => v.Id).Description("The global id.");
        descriptor.Field(v => v.Name).Description("The name; unique in the campaign.");
        descriptor.Field(v => v.Text).Description("The words.");
        descriptor.Field(v => v.Weight).Description("How many get it in proportion to the others.");
        descriptor.Field(v => v.Position).Description("Its place, from 0: the first is what the others are compared with.");
    }
}

/// <summary>What a variant leads to.</summary>
[ExtendObjectType<CampaignVariant>]
public sealed class CampaignVariantNode
{
    [GraphQLIgnore]
    public static Task<CampaignVariant?> GetCampaignVariantAsync(long id, ByIdDataLoader<CampaignVariant> variants, CancellationToken cancellationToken) => variants.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The content item that has it.")]
    public static Task<ContentItem?> GetContentItemAsync(
        [Parent(nameof(CampaignVariant.ContentItemId))] CampaignVariant variant, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(variant.ContentItemId, cancellationToken);
}

/// <summary>What an assignment leads to.</summary>
[ExtendObjectType<AssignedVariant>]
public sealed class AssignedVariantNode
{
    [Cost(1)]
    [GraphQLDescription("The member.")]
    public static Task<Member?> GetMemberAsync([Parent] AssignedVariant assigned, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(assigned.MemberKey, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The variant that they get.")]
    public static Task<CampaignVariant?> GetVariantAsync([Parent] AssignedVariant assigned, ByIdDataLoader<CampaignVariant> variants, CancellationToken cancellationToken) =>
        variants.LoadAsync(assigned.VariantKey, cancellationToken);
}

[GraphQLDescription("A number between two others that holds the true one in 95 of 100 cases.")]
public sealed record RateInterval(
    [property: GraphQLDescription("The lower end.")] double Low,
    [property: GraphQLDescription("The upper end.")] double High);

[GraphQLDescription("How much more or less a variant does than the first one.")]
public sealed record RateDifference(
    [property: GraphQLDescription("Its rate less that of the first.")] double Value,
    [property: GraphQLDescription("The 95 % interval of the difference (Newcombe's): with 0 in it, the numbers do not tell the two apart.")] RateInterval Interval);

[GraphQLDescription("What came of a variant: numbers with their uncertainty, no verdict. Looked at again and again while it runs, they will cross any line at some time by chance: decide beforehand when to look.")]
public sealed record VariantResult(
    [property: GraphQLIgnore] long VariantKey,
    [property: GraphQLDescription("How many members got it.")] long Assigned,
    [property: GraphQLDescription("How many of them have a PAID order that is put down to the campaign, paid after they were assigned.")] long Buyers,
    [property: GraphQLDescription("Buyers ÷ assigned; null where nobody got it.")] double? Rate,
    [property: GraphQLDescription("The 95 % interval of the rate (Wilson's); null where nobody got it.")] RateInterval? Interval,
    [property: GraphQLDescription("Against the first variant; null for the first, and where nobody got one of the two.")] RateDifference? Difference);

/// <summary>What a result leads to.</summary>
[ExtendObjectType<VariantResult>]
public sealed class VariantResultNode
{
    [Cost(1)]
    [GraphQLDescription("The variant.")]
    public static Task<CampaignVariant?> GetVariantAsync([Parent] VariantResult result, ByIdDataLoader<CampaignVariant> variants, CancellationToken cancellationToken) =>
        variants.LoadAsync(result.VariantKey, cancellationToken);
}

/// <summary>The results of a campaign's variants.</summary>
[ExtendObjectType<Campaign>]
public sealed class CampaignVariantResults
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(5)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("What is tried in it and what came of that, of members whom the caller may see, in the order of the variants.")]
    public static async Task<IReadOnlyList<VariantResult>> GetVariantResultsAsync(
        [Parent(nameof(Campaign.Id))] Campaign campaign, VariantResultLoader results, CancellationToken cancellationToken) =>
        await results.LoadAsync(campaign.Id, cancellationToken) ?? [];
}

/// <summary>What came of variants: three statements for all campaigns.</summary>
public sealed class VariantResultLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, IReadOnlyList<VariantResult>>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<VariantResult>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var variants = (await db.CampaignVariants.AsNoTracking().Where(v => keys.Contains(v.CampaignId)).OrderBy(v => v.Position).Select(v => new { v.Id, v.CampaignId }).ToListAsync(cancellationToken))
            .ToLookup(v => v.CampaignId, v => v.Id);
        var assigned = await db.VariantAssignments.Where(a => keys.Contains(a.CampaignId)).GroupBy(a => a.VariantId).Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var buyers = await db.VariantAssignments
            .Where(a => keys.Contains(a.CampaignId) && db.Orders.Any(o => o.CampaignId == a.CampaignId && o.MemberId == a.MemberId && o.Status == OrderStatus.Paid && o.PaidAt >= a.AssignedAt))
            .GroupBy(a => a.VariantId).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return keys.ToDictionary(key => key, key =>
        {
            var shares = variants[key].Select(id => (Id: id, Share: new Proportion(buyers.GetValueOrDefault(id), assigned.GetValueOrDefault(id)))).ToList();
            return (IReadOnlyList<VariantResult>)[.. shares.Select((row, index) => new VariantResult(
                row.Id, row.Share.Total, row.Share.Count, row.Share.Rate, row.Share.Interval() is { } own ? new RateInterval(own.Low, own.High) : null,
                index > 0 && row.Share.Less(shares[0].Share) is { } less ? new RateDifference(less.Difference, new RateInterval(less.Low, less.High)) : null))];
        });
    }
}
