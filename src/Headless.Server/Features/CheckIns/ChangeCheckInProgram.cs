using FluentValidation;
using Headless.Metrics;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.CheckIns;

[GraphQLDescription("What is reached after so many days.")]
public sealed record CheckInMilestoneInput(
    [property: GraphQLDescription("After how many days, 1 to 3660; each number once.")] int Days,
    [property: GraphQLDescription("What it is called.")] string Name,
    [property: GraphQLDescription("How many points it gives, 0 to 1 000 000; needs a pointProgramId unless 0.")] int? Points);

[GraphQLDescription("A check-in programme to make.")]
public sealed record CreateCheckInProgramInput(
    [property: GraphQLDescription("The name.")] string Name,
    [property: GraphQLDescription("What milestones count.")] CheckInMode Mode,
    [property: GraphQLDescription("The IANA id of the zone whose days count; the reporting time zone unless given.")] string? TimeZone,
    [property: ID<Group>] [property: GraphQLDescription("The group whose members take part; everybody unless given. OWNER and ADMIN have to give one of theirs.")] long? GroupId,
    [property: GraphQLDescription("The first day; no limit unless given.")] DateOnly? StartsOn,
    [property: GraphQLDescription("The last day; no limit unless given.")] DateOnly? EndsOn,
    [property: GraphQLDescription("How many days a member may add afterwards, 0 to 60; 0 unless given.")] int? MakeUpLimit,
    [property: GraphQLDescription("How many days back a day may be added, 1 to 60; 7 unless given.")] int? MakeUpWithinDays,
    [property: ID<PointProgram>] [property: GraphQLDescription("Where check-ins earn points; nowhere unless given.")] long? PointProgramId,
    [property: GraphQLDescription("How many points a day earns, 0 to 1 000 000; needs a pointProgramId unless 0.")] int? PointsPerDay,
    [property: Cost(0)] [property: GraphQLDescription("What is reached after how many days, at most 20.")] IReadOnlyList<CheckInMilestoneInput>? Milestones);

[GraphQLDescription("A change of a check-in programme. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateCheckInProgramInput(
    [property: ID<CheckInProgram>] [property: GraphQLDescription("The programme.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name.")] Optional<string?> Name,
    [property: GraphQLDescription("The last day; null: no limit.")] Optional<DateOnly?> EndsOn,
    [property: GraphQLDescription("How many days a member may add afterwards, 0 to 60.")] Optional<int?> MakeUpLimit,
    [property: GraphQLDescription("How many days back a day may be added, 1 to 60.")] Optional<int?> MakeUpWithinDays,
    [property: GraphQLDescription("How many points a day earns from now on.")] Optional<int?> PointsPerDay,
    [property: GraphQLDescription("Whether nobody can check in any more.")] Optional<bool?> IsEnded);

/// <summary>The rules of <see cref="CreateCheckInProgramInput"/>.</summary>
public sealed class CreateCheckInProgramValidator : AbstractValidator<CreateCheckInProgramInput>
{
    internal const int MaxPoints = 1_000_000;

    public CreateCheckInProgramValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(CheckInProgram.NameMaxLength).PlainText();
        RuleFor(i => i.TimeZone).IanaTimeZone();
        RuleFor(i => i.EndsOn).GreaterThanOrEqualTo(i => i.StartsOn).When(i => i.StartsOn is not null && i.EndsOn is not null);
        RuleFor(i => i.MakeUpLimit).InclusiveBetween(0, CheckInProgram.MaxMakeUpDays);
        RuleFor(i => i.MakeUpWithinDays).InclusiveBetween(1, CheckInProgram.MaxMakeUpDays);
        RuleFor(i => i.PointsPerDay).InclusiveBetween(0, MaxPoints);
        RuleFor(i => i.PointProgramId).NotNull().When(i => i.PointsPerDay > 0 || i.Milestones?.Any(m => m.Points > 0) == true)
            .WithErrorCode("POINT_PROGRAM_REQUIRED").WithMessage("Points are of a programme: name it in 'pointProgramId'.");
        RuleFor(i => i.Milestones).Must(m => m is null || (m.Count <= CheckInProgram.MaxMilestones && m.Select(x => x.Days).Distinct().Count() == m.Count))
            .WithErrorCode("MILESTONES").WithMessage($"Give at most {CheckInProgram.MaxMilestones} milestones, each number of days once.");
        RuleForEach(i => i.Milestones).ChildRules(milestone =>
        {
            milestone.RuleFor(m => m.Days).InclusiveBetween(1, CheckInMilestone.MaxDays);
            milestone.RuleFor(m => m.Name).NotEmpty().MaximumLength(CheckInMilestone.NameMaxLength).PlainText();
            milestone.RuleFor(m => m.Points).InclusiveBetween(0, MaxPoints);
        });
    }
}

/// <summary>The rules of <see cref="UpdateCheckInProgramInput"/>.</summary>
public sealed class UpdateCheckInProgramValidator : AbstractValidator<UpdateCheckInProgramInput>
{
    public UpdateCheckInProgramValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(CheckInProgram.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.MakeUpLimit.Value).NotNull().InclusiveBetween(0, CheckInProgram.MaxMakeUpDays).When(i => i.MakeUpLimit.HasValue).OverridePropertyName("makeUpLimit");
        RuleFor(i => i.MakeUpWithinDays.Value).NotNull().InclusiveBetween(1, CheckInProgram.MaxMakeUpDays).When(i => i.MakeUpWithinDays.HasValue).OverridePropertyName("makeUpWithinDays");
        RuleFor(i => i.PointsPerDay.Value).NotNull().InclusiveBetween(0, CreateCheckInProgramValidator.MaxPoints).When(i => i.PointsPerDay.HasValue).OverridePropertyName("pointsPerDay");
        RuleFor(i => i.IsEnded.Value).NotNull().When(i => i.IsEnded.HasValue).OverridePropertyName("isEnded");
    }
}

/// <summary>Makes and changes check-in programmes.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CheckInProgramMutations
{
    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a check-in programme.")]
    public static Task<CheckInProgram> CreateCheckInProgramAsync(
        CreateCheckInProgramInput input, CommunityWriter writer, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                if (input.GroupId is null && !session.Caller.Scope.IsEverything)
                {
                    throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Name one of your groups: a programme for everybody is made by a LEAD.");
                }

                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var points = await session.FindAsync<PointProgram>(input.PointProgramId, "pointProgramId");
                points?.RequireEarning();
                var program = new CheckInProgram
                {
                    Name = input.Name, Mode = input.Mode, TimeZone = input.TimeZone ?? calendar.TimeZone.Id, GroupId = group?.Id, StartsOn = input.StartsOn,
                    EndsOn = input.EndsOn, MakeUpLimit = input.MakeUpLimit ?? 0, MakeUpWithinDays = input.MakeUpWithinDays ?? 7, PointProgramId = points?.Id,
                    PointsPerDay = input.PointsPerDay ?? 0,
                };
                program.Milestones.AddRange((input.Milestones ?? []).Select(m => new CheckInMilestone { Program = program, Days = m.Days, Name = m.Name, Points = m.Points ?? 0 }));
                session.Db.CheckInPrograms.Add(program);
                session.Record(ActivityKind.CheckInProgramCreated, () => new ActivitySubject { GroupId = program.GroupId, Text = program.Name });
                return program;
            },
            cancellationToken);

    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a check-in programme. What was checked in and reached stays.")]
    public static Task<CheckInProgram> UpdateCheckInProgramAsync(UpdateCheckInProgramInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var program = await session.FindAsync<CheckInProgram>(input.Id, "id");
                session.Expect(program, input.Version);
                if (program.GroupId is null && !session.Caller.Scope.IsEverything)
                {
                    throw new NotFoundException(nameof(CheckInProgram), "id");
                }

                program.Name = input.Name.Or(program.Name)!;
                program.EndsOn = input.EndsOn.Or(program.EndsOn);
                program.MakeUpLimit = input.MakeUpLimit.Or(program.MakeUpLimit)!.Value;
                program.MakeUpWithinDays = input.MakeUpWithinDays.Or(program.MakeUpWithinDays)!.Value;
                program.PointsPerDay = input.PointsPerDay.Or(program.PointsPerDay)!.Value;
                program.IsEnded = input.IsEnded.Or(program.IsEnded)!.Value;
                if (program.EndsOn < program.StartsOn)
                {
                    throw InvalidInputException.Of("endsOn", "INVALID_INTERVAL", $"'endsOn' must not lie before the first day, {program.StartsOn:O}.");
                }

                if (program.PointsPerDay > 0 && program.PointProgramId is null)
                {
                    throw InvalidInputException.Of("pointsPerDay", "POINT_PROGRAM_REQUIRED", "The programme earns no points: make one that does.");
                }

                session.Record(ActivityKind.CheckInProgramUpdated, () => new ActivitySubject { GroupId = program.GroupId, Text = program.Name });
                return program;
            },
            cancellationToken);
}
