using FluentValidation;
using Headless.Metrics;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Points;

[GraphQLDescription("A programme of points to make.")]
public sealed record CreatePointProgramInput(
    [property: GraphQLDescription("The name; unique.")] string Name,
    [property: GraphQLDescription("What one point is called; 积分 unless given.")] string? Unit,
    [property: GraphQLDescription("Whether a member may owe points; no unless given.")] bool? AllowsNegative,
    [property: GraphQLDescription("After how many days points that were earned are void, 1 to 3660; never unless given.")] int? ExpiresAfterDays,
    [property: GraphQLDescription("The IANA id of the zone whose days caps count by; the reporting time zone unless given.")] string? TimeZone);

[GraphQLDescription("A change of a programme. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdatePointProgramInput(
    [property: ID<PointProgram>] [property: GraphQLDescription("The programme.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name; unique.")] Optional<string?> Name,
    [property: GraphQLDescription("What one point is called.")] Optional<string?> Unit,
    [property: GraphQLDescription("Whether a member may owe points. Balances that are below zero stay.")] Optional<bool?> AllowsNegative,
    [property: GraphQLDescription("After how many days points are void that are earned from now on; null: never.")] Optional<int?> ExpiresAfterDays,
    [property: GraphQLDescription("Whether nothing is earned any more.")] Optional<bool?> IsRetired);

[GraphQLDescription("A programme whose balances are to be computed again.")]
public sealed record RebuildPointBalancesInput(
    [property: ID<PointProgram>] [property: GraphQLDescription("The programme.")] long Id);

[GraphQLDescription("What computing balances again found.")]
public sealed record PointRebuild(
    [property: GraphQLDescription("How many balances were not what their ledger comes to, and are now; 0 unless rows were changed past the API.")] int Corrected,
    [property: GraphQLDescription("The programme.")] PointProgram Program);

/// <summary>The rules of <see cref="CreatePointProgramInput"/>.</summary>
public sealed class CreatePointProgramValidator : AbstractValidator<CreatePointProgramInput>
{
    public CreatePointProgramValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(PointProgram.NameMaxLength).PlainText();
        RuleFor(i => i.Unit).MinimumLength(1).MaximumLength(PointProgram.UnitMaxLength).PlainText();
        RuleFor(i => i.ExpiresAfterDays).InclusiveBetween(1, PointProgram.MaxExpiryDays);
        RuleFor(i => i.TimeZone).IanaTimeZone();
    }
}

/// <summary>The rules of <see cref="UpdatePointProgramInput"/>.</summary>
public sealed class UpdatePointProgramValidator : AbstractValidator<UpdatePointProgramInput>
{
    public UpdatePointProgramValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(PointProgram.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Unit.Value).NotEmpty().MaximumLength(PointProgram.UnitMaxLength).PlainText().When(i => i.Unit.HasValue).OverridePropertyName("unit");
        RuleFor(i => i.AllowsNegative.Value).NotNull().When(i => i.AllowsNegative.HasValue).OverridePropertyName("allowsNegative");
        RuleFor(i => i.ExpiresAfterDays.Value).InclusiveBetween(1, PointProgram.MaxExpiryDays).OverridePropertyName("expiresAfterDays");
        RuleFor(i => i.IsRetired.Value).NotNull().When(i => i.IsRetired.HasValue).OverridePropertyName("isRetired");
    }
}

/// <summary>The rules of <see cref="RebuildPointBalancesInput"/>: none.</summary>
public sealed class RebuildPointBalancesValidator : AbstractValidator<RebuildPointBalancesInput>;

/// <summary>Makes and changes programmes of points.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class PointProgramMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Makes a programme of points.")]
    public static Task<PointProgram> CreatePointProgramAsync(
        CreatePointProgramInput input, CommunityWriter writer, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await RequireFreeAsync(session, input.Name, 0);
                var program = new PointProgram
                {
                    Name = input.Name, Unit = input.Unit ?? "积分", AllowsNegative = input.AllowsNegative ?? false,
                    ExpiresAfterDays = input.ExpiresAfterDays, TimeZone = input.TimeZone ?? calendar.TimeZone.Id,
                };
                session.Db.PointPrograms.Add(program);
                session.RecordPoints(ActivityKind.PointProgramCreated, program);
                return program;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a programme of points for all members.")]
    public static Task<PointProgram> UpdatePointProgramAsync(UpdatePointProgramInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var program = await session.FindAsync<PointProgram>(input.Id, "id");
                session.Expect(program, input.Version);
                await RequireFreeAsync(session, input.Name.Or(program.Name)!, program.Id);
                program.Name = input.Name.Or(program.Name)!;
                program.Unit = input.Unit.Or(program.Unit)!;
                program.AllowsNegative = input.AllowsNegative.Or(program.AllowsNegative)!.Value;
                program.ExpiresAfterDays = input.ExpiresAfterDays.Or(program.ExpiresAfterDays);
                program.IsRetired = input.IsRetired.Or(program.IsRetired)!.Value;
                session.RecordPoints(ActivityKind.PointProgramUpdated, program);
                return program;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Computes every balance of a programme again from the ledgers, in one transaction. Nothing changes where all are right.")]
    public static Task<PointRebuild> RebuildPointBalancesAsync(RebuildPointBalancesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var program = await session.FindAsync<PointProgram>(input.Id, "id");
                var corrected = await PointLedger.RebuildAsync(session.Db, program, session.CancellationToken);
                if (corrected > 0)
                {
                    session.RecordPoints(ActivityKind.PointBalancesRebuilt, program, $$"""{"corrected":{{corrected}}}""");
                }

                return new PointRebuild(corrected, program);
            },
            cancellationToken);

    private static Task RequireFreeAsync(WriteSession session, string name, long id) =>
        session.RequireNoneAsync<PointProgram>(p => p.Name == name && p.Id != id, $"There is a programme '{name}' already.", "name");
}
