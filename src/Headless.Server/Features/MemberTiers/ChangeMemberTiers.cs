using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.MemberTiers;

[GraphQLDescription("A customer level to enter.")]
public sealed record CreateMemberTierInput(
    [property: GraphQLDescription("The brand's name for it; unique.")] string Name,
    [property: GraphQLDescription("Its place among the tiers: the greater, the higher. Unique.")] int Rank,
    [property: GraphQLDescription("What its members get, for a person.")] string? Benefits,
    [property: GraphQLDescription("How soon its members' questions are answered; STANDARD unless given.")] SupportPriority? SupportPriority);

[GraphQLDescription("A change of a tier. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateMemberTierInput(
    [property: ID<MemberTier>] [property: GraphQLDescription("The tier.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The brand's name for it.")] Optional<string?> Name,
    [property: GraphQLDescription("Its place among the tiers.")] Optional<int?> Rank,
    [property: GraphQLDescription("What its members get, for a person.")] Optional<string?> Benefits,
    [property: GraphQLDescription("How soon its members' questions are answered.")] Optional<SupportPriority?> SupportPriority,
    [property: GraphQLDescription("Whether nobody is given it any more.")] Optional<bool?> IsRetired);

[GraphQLDescription("The tier that a member is to have.")]
public sealed record SetMemberTierInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long MemberId,
    [property: ID<MemberTier>] [property: GraphQLDescription("The tier; null takes theirs away.")] long? TierId,
    [property: GraphQLDescription("Why, for the history.")] string? Reason,
    [property: GraphQLDescription("The member's version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="CreateMemberTierInput"/>.</summary>
public sealed class CreateMemberTierValidator : AbstractValidator<CreateMemberTierInput>
{
    public CreateMemberTierValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(MemberTier.NameMaxLength).PlainText();
        RuleFor(i => i.Benefits).MaximumLength(MemberTier.BenefitsMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="UpdateMemberTierInput"/>.</summary>
public sealed class UpdateMemberTierValidator : AbstractValidator<UpdateMemberTierInput>
{
    public UpdateMemberTierValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(MemberTier.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Rank.Value).NotNull().When(i => i.Rank.HasValue).OverridePropertyName("rank");
        RuleFor(i => i.Benefits.Value).MaximumLength(MemberTier.BenefitsMaxLength).PlainText().OverridePropertyName("benefits");
        RuleFor(i => i.SupportPriority.Value).NotNull().When(i => i.SupportPriority.HasValue).OverridePropertyName("supportPriority");
        RuleFor(i => i.IsRetired.Value).NotNull().When(i => i.IsRetired.HasValue).OverridePropertyName("isRetired");
    }
}

/// <summary>The rules of <see cref="SetMemberTierInput"/>.</summary>
public sealed class SetMemberTierValidator : AbstractValidator<SetMemberTierInput>
{
    public SetMemberTierValidator() => RuleFor(i => i.Reason).MaximumLength(MemberTierChange.ReasonMaxLength).PlainText();
}

/// <summary>Enters and changes tiers, and gives them to members.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class MemberTierMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters a customer level.")]
    public static Task<MemberTier> CreateMemberTierAsync(CreateMemberTierInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await RequireFreeAsync(session, input.Name, input.Rank, 0);
                var tier = new MemberTier
                {
                    Name = input.Name, Rank = input.Rank, Benefits = input.Benefits, SupportPriority = input.SupportPriority ?? SupportPriority.Standard,
                };
                session.Db.MemberTiers.Add(tier);
                return tier;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a customer level for all members who have it.")]
    public static Task<MemberTier> UpdateMemberTierAsync(UpdateMemberTierInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var tier = await session.FindAsync<MemberTier>(input.Id, "id");
                session.Expect(tier, input.Version);
                await RequireFreeAsync(session, input.Name.Or(tier.Name)!, input.Rank.Or(tier.Rank)!.Value, tier.Id);
                tier.Name = input.Name.Or(tier.Name)!;
                tier.Rank = input.Rank.Or(tier.Rank)!.Value;
                tier.Benefits = input.Benefits.Or(tier.Benefits);
                tier.SupportPriority = input.SupportPriority.Or(tier.SupportPriority)!.Value;
                tier.IsRetired = input.IsRetired.Or(tier.IsRetired)!.Value;
                return tier;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Gives a member another tier, or takes theirs away. The history keeps when, who and why.")]
    public static Task<Member> SetMemberTierAsync(SetMemberTierInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                session.Expect(member, input.Version);
                var tier = await session.FindAsync<MemberTier>(input.TierId, "tierId");
                session.Db.MemberTierChanges.Add(member.SetTier(tier, session.Now, session.Caller.OperatorId, input.Reason));
                session.Record(ActivityKind.MemberTierChanged, () => new ActivitySubject { MemberId = member.Id, Text = input.Reason });
                return member;
            },
            cancellationToken);

    private static async Task RequireFreeAsync(WriteSession session, string name, int rank, long id)
    {
        await session.RequireNoneAsync<MemberTier>(t => t.Name == name && t.Id != id, $"There is a tier '{name}' already.", "name");
        await session.RequireNoneAsync<MemberTier>(t => t.Rank == rank && t.Id != id, $"There is a tier of rank {rank} already.", "rank");
    }
}
