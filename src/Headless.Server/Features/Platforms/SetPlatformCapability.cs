using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Platforms;

[GraphQLDescription("Whether a platform's groups can do something, as the organisation knows it.")]
public sealed record SetPlatformCapabilityInput(
    [property: GraphQLDescription("The platform.")] Platform Platform,
    [property: GraphQLDescription("What its groups can do, or not.")] PlatformCapabilityKind Capability,
    [property: GraphQLDescription("Whether they can.")] bool IsAvailable,
    [property: GraphQLDescription("The day on which that was known to be so; today (UTC) unless given.")] DateOnly? AsOf,
    [property: GraphQLDescription("Where it is known from.")] string Source);

/// <summary>The rules of <see cref="SetPlatformCapabilityInput"/>.</summary>
public sealed class SetPlatformCapabilityValidator : AbstractValidator<SetPlatformCapabilityInput>
{
    public SetPlatformCapabilityValidator() => RuleFor(i => i.Source).NotEmpty().MaximumLength(PlatformCapability.SourceMaxLength).PlainText();
}

[GraphQLDescription("A capability that the organisation set, to take back.")]
public sealed record RemovePlatformCapabilityInput(
    [property: ID<PlatformCapability>] [property: GraphQLDescription("The row.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the removal is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="RemovePlatformCapabilityInput"/>.</summary>
public sealed class RemovePlatformCapabilityValidator : AbstractValidator<RemovePlatformCapabilityInput>
{
    public RemovePlatformCapabilityValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Overrides what is known of a platform's capability, and takes that back.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetPlatformCapabilityMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Says whether a platform's groups can do something. It goes before what was shipped, and replaces what the organisation said before.")]
    public static Task<PlatformCapability> SetPlatformCapabilityAsync(
        SetPlatformCapabilityInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var row = await session.Db.PlatformCapabilities.FirstOrDefaultAsync(
                    c => c.Platform == input.Platform && c.Capability == input.Capability && c.Origin == PlatformRowOrigin.Organisation,
                    session.CancellationToken);
                if (row is null)
                {
                    row = new PlatformCapability { Platform = input.Platform, Capability = input.Capability, Source = input.Source };
                    session.Db.PlatformCapabilities.Add(row);
                }

                (row.IsAvailable, row.AsOf, row.Source) = (input.IsAvailable, input.AsOf ?? DateOnly.FromDateTime(session.Now), input.Source);
                session.RecordPlatform(ActivityKind.PlatformCapabilitySet, row.Platform, row.Capability, row.IsAvailable);
                return row;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes back what the organisation said; what was shipped counts again. Answers the row as it was.")]
    public static Task<PlatformCapability> RemovePlatformCapabilityAsync(
        RemovePlatformCapabilityInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var row = await session.FindAsync<PlatformCapability>(input.Id, "id");
                session.Expect(row, input.Version);
                row.RequireOwn();
                session.Db.PlatformCapabilities.Remove(row);
                session.RecordPlatform(ActivityKind.PlatformCapabilityRemoved, row.Platform, row.Capability, row.IsAvailable);
                return row;
            },
            cancellationToken);
}
