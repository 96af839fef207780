using System.Text.Json;
using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.CheckIns;

[GraphQLDescription("A member is there. The programme, the member and the day say which check-in it is.")]
public sealed record CheckInInput(
    [property: ID<CheckInProgram>] [property: GraphQLDescription("The programme.")] long ProgramId,
    [property: ID<Member>] [property: GraphQLDescription("Who.")] long MemberId,
    [property: GraphQLDescription("When, at most 48 hours ago; now unless given.")] DateTimeOffset? CheckedAt);

[GraphQLDescription("A day to add to a member's check-ins.")]
public sealed record MakeUpCheckInInput(
    [property: ID<CheckInProgram>] [property: GraphQLDescription("The programme.")] long ProgramId,
    [property: ID<Member>] [property: GraphQLDescription("Who.")] long MemberId,
    [property: GraphQLDescription("The day, in the programme's time zone.")] DateOnly Day);

[GraphQLDescription("What came of a check-in. The same one again answers the first one, with what it has come to since.")]
public sealed record CheckInAnswer(
    [property: GraphQLDescription("The check-in.")] CheckIn CheckIn,
    [property: GraphQLDescription("Whether it was entered now; otherwise it was there.")] bool IsNew,
    [property: GraphQLDescription("Where the member stands with it.")] CheckInStanding Standing,
    [property: GraphQLDescription("The milestones that were reached with it.")] IReadOnlyList<CheckInMilestone> Reached);

/// <summary>The rules of <see cref="CheckInInput"/>.</summary>
public sealed class CheckInValidator : AbstractValidator<CheckInInput>
{
    public CheckInValidator(TimeProvider clock) =>
        RuleFor(i => i.CheckedAt)
            .Must(at => at is null || at <= clock.GetUtcNow() + ActivityIngestion.ClockTolerance)
            .WithErrorCode(IngestionErrorCodes.OccurredInFuture).WithMessage("'{PropertyName}' must not lie ahead.")
            .Must(at => at is null || at >= clock.GetUtcNow() - CheckInProgram.LateReport)
            .WithErrorCode("TOO_LATE").WithMessage("'{PropertyName}' is longer ago than 48 hours: add the day with makeUpCheckIn.");
}

/// <summary>The rules of <see cref="MakeUpCheckInInput"/>: those of the programme.</summary>
public sealed class MakeUpCheckInValidator : AbstractValidator<MakeUpCheckInInput>;

/// <summary>Checks members in, once for each day.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CheckInMutations
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Checks a member in. Sent again, or by two at the same moment, it changes nothing and answers the same check-in.")]
    public static Task<CheckInAnswer> CheckInAsync(CheckInInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            session => EnterAsync(session, input.ProgramId, input.MemberId, null, input.CheckedAt?.UtcDateTime ?? session.Now),
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Adds a day on which a member could not check in, within the limits of the programme.")]
    public static Task<CheckInAnswer> MakeUpCheckInAsync(MakeUpCheckInInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(input, session => EnterAsync(session, input.ProgramId, input.MemberId, input.Day, session.Now), cancellationToken);

    private static async Task<CheckInAnswer> EnterAsync(WriteSession session, long programId, long memberId, DateOnly? makeUp, DateTime at)
    {
        var program = await session.FindAsync<CheckInProgram>(programId, "programId", programs => programs.Include(p => p.Milestones).Include(p => p.PointProgram));
        var member = await session.FindAsync<Member>(memberId, "memberId");
        if (program.GroupId is { } group
            && !await session.Db.Memberships.AnyAsync(m => m.GroupId == group && m.MemberId == member.Id && m.LeftAt == null, session.CancellationToken))
        {
            throw new DomainException(DomainErrorCodes.NotInGroup, $"'{program.Name}' is for the members of its group.");
        }

        var result = await CheckInBook.EnterAsync(
            session.Db, program, member.Id, makeUp ?? program.DayOf(at), at, makeUp is not null, session.Now, session.CancellationToken);
        if (result.IsNew)
        {
            session.Record(
                makeUp is null ? ActivityKind.CheckedIn : ActivityKind.CheckInMadeUp,
                () => new ActivitySubject
                {
                    MemberId = member.Id, GroupId = program.GroupId, Text = program.Name,
                    Data = JsonSerializer.Serialize(new { checkInId = result.CheckIn.Id, day = result.CheckIn.Day, streak = result.CheckIn.Streak }),
                });
            foreach (var milestone in result.Reached)
            {
                session.Record(ActivityKind.CheckInMilestoneReached, () => new ActivitySubject { MemberId = member.Id, GroupId = program.GroupId, Text = milestone.Name });
            }
        }

        return new CheckInAnswer(result.CheckIn, result.IsNew, result.Standing, result.Reached);
    }
}
