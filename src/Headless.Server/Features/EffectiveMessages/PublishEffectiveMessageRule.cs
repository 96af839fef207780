using FluentValidation;
using Headless.Community.EffectiveMessages;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.EffectiveMessages;

[GraphQLDescription("Another version of the rule for effective messages. What is not given is as in the first version, not as in the active one: the version says all by itself.")]
public sealed record PublishEffectiveMessageRuleInput(
    [property: GraphQLDescription("So many letters make a message, 1 to 100; 2 unless given.")] int? MinLetters,
    [property: GraphQLDescription("So do so many CJK characters, 1 to 100; 1 unless given.")] int? MinCjkCharacters,
    [property: GraphQLDescription("It has at least so many characters besides, 0 to 100, white space around it left out; 0 unless given.")] int? MinLength,
    [property: GraphQLDescription("Whether commands to machines are left out; true unless given.")] bool? ExcludesCommands,
    [property: GraphQLDescription("Whether what says the same as the sender's previous message in the group is left out; true unless given.")] bool? ExcludesRepeats,
    [property: GraphQLDescription("Whole texts that never count, such as 收到 or +1, at most 200 of 50 characters each; their case and white space around them do not matter.")] IReadOnlyList<string>? ExcludedTexts,
    [property: GraphQLDescription("Kinds of messages that never count, whatever their text.")] IReadOnlyList<MessageContentType>? ExcludedContentTypes,
    [property: GraphQLDescription("Why there is another version, at most 500 characters.")] string? Note);

/// <summary>The rules of <see cref="PublishEffectiveMessageRuleInput"/>.</summary>
public sealed class PublishEffectiveMessageRuleValidator : AbstractValidator<PublishEffectiveMessageRuleInput>
{
    public PublishEffectiveMessageRuleValidator()
    {
        RuleFor(i => i.MinLetters).InclusiveBetween(1, EffectiveMessageRuleVersion.MaxCharacters);
        RuleFor(i => i.MinCjkCharacters).InclusiveBetween(1, EffectiveMessageRuleVersion.MaxCharacters);
        RuleFor(i => i.MinLength).InclusiveBetween(0, EffectiveMessageRuleVersion.MaxCharacters);
        RuleFor(i => i.ExcludedTexts).Must(texts => texts is null || texts.Count <= EffectiveMessageRuleVersion.MaxExcludedTexts)
            .WithErrorCode("TOO_MANY").WithMessage($"'{{PropertyName}}' has at most {EffectiveMessageRuleVersion.MaxExcludedTexts} texts.");
        RuleForEach(i => i.ExcludedTexts).NotEmpty().MaximumLength(EffectiveMessageRuleVersion.ExcludedTextMaxLength).PlainText()
            .Must(text => text is null || !text.AsSpan().Trim().ContainsAny('\n', '\r')).WithErrorCode("ONE_LINE").WithMessage("'{PropertyName}' is one line each.");
        RuleFor(i => i.Note).MaximumLength(EffectiveMessageRuleVersion.NoteMaxLength).PlainText();
    }
}

[GraphQLDescription("A version of the rule that is to be taken back.")]
public sealed record WithdrawEffectiveMessageRuleInput(
    [property: ID<EffectiveMessageRuleVersion>] [property: GraphQLDescription("The version, which is COUNTING.")] long Id,
    [property: GraphQLDescription("The version of the row that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="WithdrawEffectiveMessageRuleInput"/>.</summary>
public sealed class WithdrawEffectiveMessageRuleValidator : AbstractValidator<WithdrawEffectiveMessageRuleInput>;

/// <summary>Publishes versions of the rule for effective messages, and takes them back.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class EffectiveMessageRuleMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Publishes another version of the rule for effective messages. All messages are judged by it in the background, while figures stay those of the active version; what is reported meanwhile is judged by both. When all is judged, every figure changes at once, and EFFECTIVE_MESSAGE_RULE_ACTIVATED says so.")]
    public static Task<EffectiveMessageRuleVersion> PublishEffectiveMessageRuleAsync(
        PublishEffectiveMessageRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                // Ingestion reads the versions under the same lock: what comes after this commit is judged by both.
                var (db, ct) = (session.Db, session.CancellationToken);
                await db.LockActivityLogAsync(ct);
                var rules = await EffectiveMessageRules.ReadAsync(db, ct);
                if (rules.Counting is { } counting)
                {
                    throw new DomainException(
                        DomainErrorCodes.EffectiveRuleCounting, $"Version {counting.Number} is being counted: wait until it is active, or take it back with withdrawEffectiveMessageRule.");
                }

                var days = await db.GroupDays.GroupBy(day => 1).Select(all => all.Sum(day => (long)day.Messages + day.ExcludedMessages)).FirstOrDefaultAsync(ct);
                var version = new EffectiveMessageRuleVersion
                {
                    Number = (short)(await db.EffectiveMessageRuleVersions.MaxAsync(v => v.Number, ct) + 1),
                    MinLetters = input.MinLetters ?? 2,
                    MinCjkCharacters = input.MinCjkCharacters ?? 1,
                    MinLength = input.MinLength ?? 0,
                    ExcludesCommands = input.ExcludesCommands ?? true,
                    ExcludesRepeats = input.ExcludesRepeats ?? true,
                    ExcludedTextLines = string.Join('\n', (input.ExcludedTexts ?? []).Select(text => text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)),
                    ExcludedTypes = (input.ExcludedContentTypes ?? []).Aggregate(default(MessageContentType), (all, type) => all | type),
                    Note = input.Note,
                    PublishedById = session.Caller.OperatorId,
                    UpToActivityId = await db.Activities.IgnoreQueryFilters().MaxAsync(a => (long?)a.Id, ct) ?? 0,
                    MessageCount = days,
                };
                if (version.SaysTheSame(rules.Active))
                {
                    throw new DomainException(DomainErrorCodes.EffectiveRuleUnchanged, $"Version {rules.Active.Number}, which is active, says the same: nothing would change.");
                }

                db.EffectiveMessageRuleVersions.Add(version);
                session.Record(ActivityKind.EffectiveMessageRulePublished, () => new ActivitySubject { Text = $"{version.Number}", Data = $$"""{"version":{{version.Number}}}""" });
                return version;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a version back that is still COUNTING. No figure has changed, and none does. One that is ACTIVE is replaced by publishing another.")]
    public static Task<EffectiveMessageRuleVersion> WithdrawEffectiveMessageRuleAsync(
        WithdrawEffectiveMessageRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.Db.LockActivityLogAsync(session.CancellationToken);
                var version = await session.FindAsync<EffectiveMessageRuleVersion>(input.Id, "id");
                session.Expect(version, input.Version);
                version.Withdraw(session.Now);
                await session.Db.EffectiveMessageChanges.ExecuteDeleteAsync(session.CancellationToken);
                session.Record(ActivityKind.EffectiveMessageRuleWithdrawn, () => new ActivitySubject { Text = $"{version.Number}", Data = $$"""{"version":{{version.Number}}}""" });
                return version;
            },
            cancellationToken);
}
