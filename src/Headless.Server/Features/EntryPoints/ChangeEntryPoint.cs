using System.Security.Cryptography;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.EntryPoints;

[GraphQLDescription("An entry point to make.")]
public sealed record CreateEntryPointInput(
    [property: GraphQLDescription("What staff call it, at most 200 characters.")] string Name,
    [property: GraphQLDescription("What stands in the code or link: at most 64 letters, digits, '-' and '_'; unique. Made up unless given.")] string? Code,
    [property: ID<JoinChannel>] [property: GraphQLDescription("The channel that it stands for, for good.")] long ChannelId,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is part of.")] long? CampaignId,
    [property: Cost(0)] [property: GraphQLDescription("Where it leads, the first that can take somebody counting: 1 to 50, of which one at least is a group.")] IReadOnlyList<EntryPointTargetInput> Targets,
    [property: ID<Identity>] [property: GraphQLDescription("The account of staff that it leads to when no target can take anybody.")] long? FallbackIdentityId);

[GraphQLDescription("A change of an entry point. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateEntryPointInput(
    [property: ID<EntryPoint>] [property: GraphQLDescription("The entry point.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What staff call it.")] Optional<string?> Name,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is part of.")] Optional<long?> CampaignId,
    [property: Cost(0)] [property: GraphQLDescription("All targets in their order; they take the place of those that are there. One that stays keeps its counts.")] IReadOnlyList<EntryPointTargetInput>? Targets,
    [property: ID<Identity>] [property: GraphQLDescription("The account of staff that it leads to when no target can take anybody.")] Optional<long?> FallbackIdentityId);

/// <summary>The rules of <see cref="CreateEntryPointInput"/>.</summary>
public sealed class CreateEntryPointValidator : AbstractValidator<CreateEntryPointInput>
{
    public CreateEntryPointValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(EntryPoint.NameMaxLength).PlainText();
        RuleFor(i => i.Code)
            .Must(code => code is null || (code.Length is > 0 and <= EntryPoint.CodeMaxLength && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            .WithErrorCode("INVALID_CODE").WithMessage($"'code' has 1 to {EntryPoint.CodeMaxLength} letters, digits, '-' and '_'.");
        RuleFor<IReadOnlyList<EntryPointTargetInput>?>(i => i.Targets).Targets();
    }
}

/// <summary>The rules of <see cref="UpdateEntryPointInput"/>.</summary>
public sealed class UpdateEntryPointValidator : AbstractValidator<UpdateEntryPointInput>
{
    public UpdateEntryPointValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(EntryPoint.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Targets).Targets();
    }
}

/// <summary>Makes and changes entry points.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeEntryPointMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes an entry point. It leads to the first of its targets that can take somebody.")]
    public static Task<EntryPoint> CreateEntryPointAsync(CreateEntryPointInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var code = input.Code ?? RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 10);
                await session.RequireNoneAsync<EntryPoint>(e => e.Code == code, $"There is an entry point '{code}' already.", "code");
                var channel = await session.FindAsync<JoinChannel>(input.ChannelId, "channelId");
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                await session.RequireAccountOfStaffAsync(input.FallbackIdentityId, "fallbackIdentityId");
                var entryPoint = new EntryPoint
                {
                    Code = code, Name = input.Name, JoinChannelId = channel.Id, CampaignId = campaign?.Id, FallbackIdentityId = input.FallbackIdentityId,
                };
                session.Db.EntryPoints.Add(entryPoint);
                await session.SetTargetsAsync(entryPoint, input.Targets);
                session.RecordChange(entryPoint);
                return entryPoint;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes an entry point: the code in the world stays, where it leads changes at once. Somebody who does not see all of its targets cannot replace them.")]
    public static Task<EntryPoint> UpdateEntryPointAsync(UpdateEntryPointInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var entryPoint = await session.FindAsync<EntryPoint>(input.Id, "id", q => q.Include(e => e.Targets));
                session.Expect(entryPoint, input.Version);
                entryPoint.Name = input.Name.Or(entryPoint.Name)!;
                entryPoint.CampaignId = (await session.FindAsync<Campaign>(input.CampaignId.Or(entryPoint.CampaignId), "campaignId"))?.Id;
                if (input.FallbackIdentityId.HasValue)
                {
                    await session.RequireAccountOfStaffAsync(input.FallbackIdentityId.Value, "fallbackIdentityId");
                    entryPoint.FallbackIdentityId = input.FallbackIdentityId.Value;
                }

                if (input.Targets is not null)
                {
                    // Whoever sees some of the targets only would take the others away without knowing.
                    var all = await session.Db.EntryPointTargets.IgnoreQueryFilters().CountAsync(t => t.EntryPointId == entryPoint.Id, session.CancellationToken);
                    if (all != entryPoint.Targets.Count)
                    {
                        throw new NotFoundException(nameof(EntryPointTarget), "targets");
                    }

                    await session.SetTargetsAsync(entryPoint, input.Targets);
                }

                session.RecordChange(entryPoint);
                return entryPoint;
            },
            cancellationToken);
}
