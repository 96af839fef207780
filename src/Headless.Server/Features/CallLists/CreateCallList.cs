using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.CallLists;

[GraphQLDescription("A call list to make.")]
public sealed record CreateCallListInput(
    [property: GraphQLDescription("What it is called.")] string Name,
    [property: ID<Operator>] [property: GraphQLDescription("Who calls the members of regions without callers of their own: 1 to 50 operators, evenly.")] IReadOnlyList<long> CallerIds,
    [property: GraphQLDescription("What callers should say and ask.")] string? Script,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is for.")] long? CampaignId,
    [property: ID<Member>] [property: GraphQLDescription("The members, at most 1 000; addCallListMembers adds others.")] IReadOnlyList<long>? MemberIds,
    [property: ID<Segment>] [property: GraphQLDescription("A segment whose members of now come on it, besides those who are named: at most 20 000 together.")] long? SegmentId,
    [property: Cost(0)] [property: GraphQLDescription("Regions with callers of their own, at most 100.")] IReadOnlyList<CallRegionInput>? Regions,
    [property: GraphQLDescription("Regions that are left out, at most 100.")] IReadOnlyList<string>? ExcludedRegions,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the list of the first time.")] string? IdempotencyKey);

[GraphQLDescription("Who calls a region.")]
public sealed record CallRegionInput(
    [property: GraphQLDescription("The region as members have it.")] string Region,
    [property: ID<Operator>] [property: GraphQLDescription("Its callers, 1 to 50: they share it evenly.")] IReadOnlyList<long> CallerIds);

/// <summary>The rules of <see cref="CreateCallListInput"/>.</summary>
public sealed class CreateCallListValidator : AbstractValidator<CreateCallListInput>
{
    public CreateCallListValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(CallList.NameMaxLength).PlainText();
        RuleFor(i => i.Script).MaximumLength(CallList.ScriptMaxLength).PlainText();
        RuleFor(i => i.CallerIds).NotEmpty().Must(ids => ids.Count <= CallListFilling.MaxCallers)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"A call list has at most {CallListFilling.MaxCallers} callers.");
        RuleFor(i => i.MemberIds).Must(ids => ids is null || ids.Count <= CallListFilling.MaxMembers)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"One request takes at most {CallListFilling.MaxMembers} members: add the others with addCallListMembers.");
        RuleFor(i => i.Regions).Must(regions => regions is null || regions.Count <= CallListFilling.MaxRegions)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"A partition names at most {CallListFilling.MaxRegions} regions.");
        RuleForEach(i => i.Regions).SetValidator(new CallRegionValidator());
        RuleFor(i => i.ExcludedRegions).Must(regions => regions is null || regions.Count <= CallListFilling.MaxRegions)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"At most {CallListFilling.MaxRegions} regions are left out.");
        RuleForEach(i => i.ExcludedRegions).NotEmpty().MaximumLength(Member.PlaceMaxLength).PlainText();
        RuleFor(i => i).Must(i => i.Regions is null || i.ExcludedRegions is null || !i.Regions.Any(r => i.ExcludedRegions.Contains(r.Region)))
            .WithErrorCode("REGION_CALLED_AND_EXCLUDED").WithMessage("A region has callers and is left out at once: decide for one.").OverridePropertyName("excludedRegions");
        RuleFor(i => i.Regions).Must(regions => regions is null || regions.DistinctBy(r => r.Region).Count() == regions.Count)
            .WithErrorCode("DUPLICATE_REGION").WithMessage("The same region is given twice: name all of its callers together.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="CallRegionInput"/>.</summary>
public sealed class CallRegionValidator : AbstractValidator<CallRegionInput>
{
    public CallRegionValidator()
    {
        RuleFor(i => i.Region).NotEmpty().MaximumLength(Member.PlaceMaxLength).PlainText();
        RuleFor(i => i.CallerIds).NotEmpty().Must(ids => ids.Count <= CallListFilling.MaxCallers)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"A region has at most {CallListFilling.MaxCallers} callers.");
    }
}

/// <summary>Makes a call list.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateCallListMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Makes a call list and shares its members out: by region where one has callers, evenly among the others otherwise. Members who opted out, are kept out or have no number are on it as SKIPPED with the reason.")]
    public static Task<CallListChange> CreateCallListAsync(CreateCallListInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<CallList>(input.IdempotencyKey, l => l.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return new CallListChange(known, 0, 0, input.MemberIds?.Count ?? 0, []);
                }

                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                await session.RequireActiveAsync(
                    [
                        .. input.CallerIds.Select((id, i) => (id, $"callerIds[{i}]")),
                        .. (input.Regions ?? []).SelectMany((r, i) => r.CallerIds.Select((id, j) => (id, $"regions[{i}].callerIds[{j}]"))),
                    ]);
                var list = new CallList
                {
                    Name = input.Name, Script = input.Script, CampaignId = campaign?.Id, CreatedById = session.Caller.OperatorId, IdempotencyKey = input.IdempotencyKey,
                };
                list.Rules.AddRange(input.CallerIds.Distinct().Select(id => new CallRule { CallList = list, OperatorId = id }));
                list.Rules.AddRange((input.Regions ?? []).SelectMany(r => r.CallerIds.Distinct().Select(id => new CallRule { CallList = list, Region = r.Region, OperatorId = id })));
                list.Rules.AddRange((input.ExcludedRegions ?? []).Distinct().Select(region => new CallRule { CallList = list, Region = region }));
                session.Db.CallLists.Add(list);
                session.RecordList(ActivityKind.CallListCreated, list);
                return await session.AddMembersAsync(list, input.MemberIds ?? [], input.SegmentId);
            },
            cancellationToken);
}
