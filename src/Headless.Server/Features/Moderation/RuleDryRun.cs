using FluentValidation;
using Headless.Community.Moderation;
using Headless.Server.Access;
using Headless.Server.Features.RuleSets;
using Headless.Server.Writing;

namespace Headless.Server.Features.Moderation;

[GraphQLDescription("What a rule would have found in past messages. Nothing is written.")]
public sealed record RuleDryRun(
    [property: GraphQLDescription("How many messages were looked at.")] int Scanned,
    [property: GraphQLDescription("How many of them it would have found.")] int Hits,
    [property: GraphQLDescription("How many members sent those.")] int Members,
    [property: GraphQLDescription("The first of them, at most 20.")] IReadOnlyList<RuleDryRunSample> Samples,
    [property: ID<Activity>] [property: GraphQLDescription("Where it stopped: give it as after to go on. null: it reached the end of the window.")] long? Next);

[GraphQLDescription("A message that a rule would have found.")]
public sealed record RuleDryRunSample(
    [property: GraphQLIgnore] long ActivityId,
    [property: GraphQLDescription("When it was sent.")] DateTime OccurredAt,
    [property: GraphQLDescription("Its text; null where it is not kept.")] string? Text,
    [property: GraphQLDescription("Where in the text what was found begins, in UTF-16 units from 0; null where it is not in the text.")] int? SpanStart,
    [property: GraphQLDescription("How long it is, in UTF-16 units.")] int? SpanLength,
    [property: GraphQLDescription("What was found: the word, the link, the figure.")] string Matched);

/// <summary>What a sample leads to.</summary>
[ExtendObjectType<RuleDryRunSample>]
public sealed class RuleDryRunSampleNode
{
    [Cost(1)]
    [GraphQLDescription("The message in the log.")]
    public static Task<Activity?> GetActivityAsync(
        [Parent] RuleDryRunSample sample, Violations.ActivityByIdDataLoader activities, CancellationToken cancellationToken) =>
        activities.LoadAsync(sample.ActivityId, cancellationToken)!;
}

/// <summary>Tries a rule on what was said.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class RuleDryRunQuery
{
    private const int MaxMessages = 20_000;
    private const int MaxSamples = 20;

    [Authorize(Policies.ReadPersonalData)]
    [Cost(100)]
    [GraphQLDescription(
        "Tries a rule on past messages of a group, in the order of the log: at most 20 000 at once, each looked at once; next goes on from there. FLOOD and REPEAT begin with nothing remembered. Texts that are not kept are not found. Needs READ_PERSONAL_DATA.")]
    public static async Task<RuleDryRun> DryRunRuleAsync(
        [GraphQLDescription("The rule, as a rule set would have it.")] RuleInput rule,
        [ID<Group>] [GraphQLDescription("The group.")] long groupId,
        [GraphQLDescription("Messages from this time on.")] DateTimeOffset from,
        [GraphQLDescription("Messages before this time; now unless given.")] DateTimeOffset? to,
        [ID<Activity>] [GraphQLDescription("Go on after this message: next of the last answer.")] long? after,
        CommunityDbContext db,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if ((await new RuleInputValidator().ValidateAsync(rule, cancellationToken)).Errors is [var error, ..])
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"rule: {error.ErrorMessage}").SetCode("INVALID_RULE").Build());
        }

        var trial = await RuleTrial.CreateAsync(db, rule.ToRule(), cancellationToken);
        var (first, last) = (from.UtcDateTime, (to ?? clock.GetUtcNow()).UtcDateTime);
        var start = after ?? 0;
        var messages = db.Activities.AsNoTracking()
            .Where(a => a.GroupId == groupId && a.Id > start && a.Kind == ActivityKind.MessageSent && a.MemberId != null && a.OccurredAt >= first && a.OccurredAt < last)
            .OrderBy(a => a.Id)
            .Take(MaxMessages)
            .Select(a => new { a.Id, MemberId = a.MemberId!.Value, a.OccurredAt, a.Text, a.ContentType, a.IsExcluded })
            .AsAsyncEnumerable();
        var (scanned, hits, lastId) = (0, 0, (long?)null);
        var members = new HashSet<long>();
        var samples = new List<RuleDryRunSample>();
        await foreach (var message in messages.WithCancellation(cancellationToken))
        {
            scanned++;
            lastId = message.Id;
            if (trial.Judge(message.MemberId, message.Text, message.ContentType, message.OccurredAt, message.IsExcluded) is not { } found)
            {
                continue;
            }

            hits++;
            members.Add(message.MemberId);
            if (samples.Count < MaxSamples)
            {
                samples.Add(new RuleDryRunSample(message.Id, message.OccurredAt, message.Text, found.Start, found.Length, found.Matched));
            }
        }

        return new RuleDryRun(scanned, hits, members.Count, samples, scanned == MaxMessages ? lastId : null);
    }
}
