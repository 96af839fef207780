using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Contacts;

[GraphQLDescription("Touches to record: somebody turned to members.")]
public sealed record RecordTouchesInput(
    [property: Cost(0)] [property: GraphQLDescription("The touches, at most 1 000.")] IReadOnlyList<TouchInput> Touches);

[GraphQLDescription("Somebody turned to a member.")]
public sealed record TouchInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long MemberId,
    [property: GraphQLDescription("Where.")] TouchChannel Channel,
    [property: GraphQLDescription("What for.")] ContactPurpose Purpose,
    [property: GraphQLDescription("When; now unless given.")] DateTimeOffset? At,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it was for.")] long? CampaignId,
    [property: GraphQLDescription("Your name for it, unique: reporting it again changes nothing.")] string? Key,
    [property: GraphQLDescription("What was said.")] string? Note);

/// <summary>The rules of <see cref="RecordTouchesInput"/>.</summary>
public sealed class RecordTouchesValidator : AbstractValidator<RecordTouchesInput>
{
    private const int MaxRows = 1_000;

    public RecordTouchesValidator(TimeProvider clock)
    {
        RuleFor(i => i.Touches).NotEmpty().Must(touches => touches.Count <= MaxRows)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"'{{PropertyName}}' takes at most {MaxRows} rows: send the others in another request.");
        RuleForEach(i => i.Touches).ChildRules(touch =>
        {
            touch.RuleFor(t => t.At).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5)).WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' lies ahead.");
            touch.RuleFor(t => t.Key).MaximumLength(MemberTouch.KeyMaxLength).PlainText();
            touch.RuleFor(t => t.Note).MaximumLength(MemberTouch.NoteMaxLength).PlainText();
        });
    }
}

/// <summary>What became of a touch that was reported.</summary>
public enum TouchOutcome
{
    Recorded,
    Duplicate,
    Rejected,
}

/// <summary><c>enum TouchOutcome</c>.</summary>
public sealed class TouchOutcomeEnumType : EnumType<TouchOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<TouchOutcome> descriptor)
    {
        descriptor.Description("What became of a touch that was reported.");
        descriptor.Value(TouchOutcome.Recorded).Description("It is in the member's history.");
        descriptor.Value(TouchOutcome.Duplicate).Description("It was there already, by its key.");
        descriptor.Value(TouchOutcome.Rejected).Description("A rule refused it.");
    }
}

[GraphQLDescription("What became of touches that were reported.")]
public sealed record TouchesReport([property: GraphQLDescription("One row for each of the input's, in its order.")] IReadOnlyList<TouchRow> Rows)
{
    [GraphQLDescription("How many were recorded.")]
    public int Recorded => Rows.Count(r => r.Outcome == TouchOutcome.Recorded);

    [GraphQLDescription("How many were refused.")]
    public int Rejected => Rows.Count(r => r.Outcome == TouchOutcome.Rejected);
}

[GraphQLDescription("What became of a touch that was reported.")]
public sealed record TouchRow(
    [property: GraphQLDescription("The place in the input, from 0.")] int Index,
    [property: GraphQLDescription("What became of it.")] TouchOutcome Outcome,
    [property: GraphQLDescription("REJECTED: a stable name of the reason.")] string? Code = null,
    [property: GraphQLDescription("REJECTED: what is wrong, for a person.")] string? Message = null);

/// <summary>Records that somebody turned to members.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordTouchesMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "report")]
    [GraphQLDescription("Records that somebody turned to members, on whatever channel: what reachability's cap on frequency counts. Every row is judged by itself.")]
    public static Task<TouchesReport> RecordTouchesAsync(RecordTouchesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var memberIds = input.Touches.Select(t => t.MemberId).Distinct().ToArray();
                var campaignIds = input.Touches.Select(t => t.CampaignId).OfType<long>().Distinct().ToArray();
                var members = await session.Db.Members.Where(m => EF.Parameter(memberIds).Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(session.CancellationToken);
                var campaigns = await session.Db.Campaigns.Where(c => EF.Parameter(campaignIds).Contains(c.Id)).Select(c => c.Id).ToHashSetAsync(session.CancellationToken);
                var keys = await session.Db.MemberTouches.IgnoreQueryFilters()
                    .WhereIn(session.Db, t => t.Key, [.. input.Touches.Select(t => t.Key).OfType<string>()])
                    .Select(t => t.Key!)
                    .ToHashSetAsync(session.CancellationToken);
                return new TouchesReport([.. input.Touches.Select((touch, index) => Record(session, touch, index, members, campaigns, keys))]);
            },
            cancellationToken);

    private static TouchRow Record(WriteSession session, TouchInput touch, int index, HashSet<long> members, HashSet<long> campaigns, HashSet<string> keys)
    {
        if (!members.Contains(touch.MemberId) || (touch.CampaignId is { } campaign && !campaigns.Contains(campaign)))
        {
            return new TouchRow(index, TouchOutcome.Rejected, "NOT_FOUND", "There is no such member or campaign, or you may not see it.");
        }

        if (touch.Key is { } key && !keys.Add(key))
        {
            return new TouchRow(index, TouchOutcome.Duplicate);
        }

        session.Db.MemberTouches.Add(new MemberTouch
        {
            MemberId = touch.MemberId,
            Channel = touch.Channel,
            Purpose = touch.Purpose,
            TouchedAt = touch.At?.UtcDateTime ?? session.Now,
            CampaignId = touch.CampaignId,
            TouchedById = session.Caller.OperatorId,
            Key = touch.Key,
            Note = touch.Note,
        });
        session.Record(
            ActivityKind.MemberTouched,
            () => new ActivitySubject
            {
                MemberId = touch.MemberId,
                CampaignId = touch.CampaignId,
                Text = touch.Note,
                Data = JsonSerializer.Serialize(new
                {
                    channel = JsonNamingPolicy.SnakeCaseUpper.ConvertName(touch.Channel.ToString()),
                    purpose = JsonNamingPolicy.SnakeCaseUpper.ConvertName(touch.Purpose.ToString()),
                }),
            });
        return new TouchRow(index, TouchOutcome.Recorded);
    }
}
