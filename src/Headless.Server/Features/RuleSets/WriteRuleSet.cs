using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.RuleSets;

[GraphQLDescription("A rule set to enter, with its first draft.")]
public sealed record CreateRuleSetInput(
    [property: GraphQLDescription("The name; unique.")] string Name,
    [property: GraphQLDescription("What it is for, for staff.")] string? Description,
    [property: GraphQLDescription("What members read before the rules.")] string? Introduction,
    [property: Cost(0)] [property: GraphQLDescription("The rules in their order, at most 50.")] IReadOnlyList<RuleInput> Rules);

[GraphQLDescription("The next wording of a rule set.")]
public sealed record DraftRuleSetInput(
    [property: ID<RuleSet>] [property: GraphQLDescription("The rule set.")] long RuleSetId,
    [property: GraphQLDescription("The version of the draft that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What members read before the rules.")] string? Introduction,
    [property: Cost(0)] [property: GraphQLDescription("All rules in their order, at most 50: they take the place of those of the draft.")] IReadOnlyList<RuleInput> Rules);

[GraphQLDescription("A draft to put in force.")]
public sealed record PublishRuleSetInput(
    [property: ID<RuleSetVersion>] [property: GraphQLDescription("The draft.")] long Id,
    [property: GraphQLDescription("The version of the draft that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="CreateRuleSetInput"/>.</summary>
public sealed class CreateRuleSetValidator : AbstractValidator<CreateRuleSetInput>
{
    public CreateRuleSetValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Community.RuleSet.NameMaxLength).PlainText();
        RuleFor(i => i.Description).MaximumLength(Community.RuleSet.DescriptionMaxLength).PlainText();
        RuleFor(i => i.Introduction).MaximumLength(RuleSetVersion.IntroductionMaxLength).PlainText();
        RuleFor(i => i.Rules).RuleCount();
        RuleForEach(i => i.Rules).SetValidator(new RuleInputValidator());
    }
}

/// <summary>The rules of <see cref="DraftRuleSetInput"/>.</summary>
public sealed class DraftRuleSetValidator : AbstractValidator<DraftRuleSetInput>
{
    public DraftRuleSetValidator()
    {
        RuleFor(i => i.Introduction).MaximumLength(RuleSetVersion.IntroductionMaxLength).PlainText();
        RuleFor(i => i.Rules).RuleCount();
        RuleForEach(i => i.Rules).SetValidator(new RuleInputValidator());
    }
}

/// <summary>The rules of <see cref="PublishRuleSetInput"/>.</summary>
public sealed class PublishRuleSetValidator : AbstractValidator<PublishRuleSetInput>
{
    public PublishRuleSetValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Writes and publishes rules.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class WriteRuleSetMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters a rule set with a draft of its first version. publishRuleSet puts it in force where attachRuleSet has attached it.")]
    public static Task<RuleSet> CreateRuleSetAsync(CreateRuleSetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.RequireNoneAsync<RuleSet>(s => s.Name == input.Name, $"There is a rule set '{input.Name}' already.", "name");
                await session.RequireWordListsAsync(input.Rules);
                var ruleSet = new RuleSet { Name = input.Name, Description = input.Description };
                ruleSet.Draft(input.Introduction, input.Rules.Select(rule => rule.ToRule()));
                session.Db.RuleSets.Add(ruleSet);
                session.Record(ActivityKind.RuleSetDrafted, () => new ActivitySubject { Text = ruleSet.Name });
                return ruleSet;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Writes the next version of a rule set: changes its draft, or begins one. What is published stays as it is and in force.")]
    public static Task<RuleSetVersion> DraftRuleSetAsync(DraftRuleSetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var ruleSet = await session.FindAsync<RuleSet>(
                    input.RuleSetId, "ruleSetId", sets => sets.AsSplitQuery().Include(s => s.Versions).ThenInclude(v => v.Rules).ThenInclude(r => r.RuleWordLists));
                if (ruleSet.Versions.Find(v => v.Status == RuleSetVersionStatus.Draft) is { } present)
                {
                    session.Expect(present, input.Version);

                    // The rules are rows of their own: without this a draft whose introduction stays would keep its version.
                    session.Db.Entry(present).Property(v => v.Status).IsModified = true;
                }

                await session.RequireWordListsAsync(input.Rules);
                var draft = ruleSet.Draft(input.Introduction, input.Rules.Select(rule => rule.ToRule()));
                session.Record(ActivityKind.RuleSetDrafted, () => new ActivitySubject { Text = ruleSet.Name });
                return draft;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Puts a draft in force, from now on, in every group that its rule set is attached to. It does not change any more.")]
    public static Task<RuleSetVersion> PublishRuleSetAsync(PublishRuleSetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var version = await session.FindAsync<RuleSetVersion>(input.Id, "id", versions => versions.Include(v => v.Rules).Include(v => v.RuleSet));
                session.Expect(version, input.Version);
                version.Publish(session.Now, session.Caller.OperatorId);
                var groupIds = await session.Db.RuleSetAttachments.Where(a => a.RuleSetId == version.RuleSetId && a.Until == null)
                    .OrderBy(a => a.GroupId).Select(a => a.GroupId).ToListAsync(session.CancellationToken);
                foreach (var groupId in groupIds.Select(id => (long?)id).DefaultIfEmpty())
                {
                    session.Record(ActivityKind.RuleSetPublished, () => new ActivitySubject { GroupId = groupId, Text = $"{version.RuleSet.Name} {version.Number}" });
                }

                return version;
            },
            cancellationToken);
}

/// <summary>Checks that writing about rule sets shares.</summary>
internal static class RuleSetWriting
{
    public static void RuleCount<T>(this IRuleBuilderInitial<T, IReadOnlyList<RuleInput>> rule) => rule
        .Must(rules => rules.Count is > 0 and <= RuleSetVersion.MaxRules)
        .WithErrorCode("INVALID_COUNT")
        .WithMessage($"'{{PropertyName}}' takes 1 to {RuleSetVersion.MaxRules} rules.");

    /// <summary>Every word list that rules name is there.</summary>
    /// <exception cref="NotFoundException">One is not.</exception>
    public static async Task RequireWordListsAsync(this WriteSession session, IReadOnlyList<RuleInput> rules)
    {
        var named = rules.SelectMany(rule => rule.WordListIds ?? []).Distinct().ToArray();
        var found = await session.Db.SensitiveWordLists.Where(list => EF.Parameter(named).Contains(list.Id)).Select(list => list.Id).ToListAsync(session.CancellationToken);
        for (var index = 0; index < rules.Count; index++)
        {
            if ((rules[index].WordListIds ?? []).Any(id => !found.Contains(id)))
            {
                throw new NotFoundException(nameof(SensitiveWordList), $"rules[{index}].wordListIds");
            }
        }
    }
}
