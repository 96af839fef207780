using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

[GraphQLDescription("A change of a group. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateGroupInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name that its members see.")] Optional<string?> Name,
    [property: GraphQLDescription("The kind of group.")] Optional<GroupType?> Type,
    [property: GraphQLDescription("What it is for; replaces all that it was for.")] Optional<IReadOnlyList<GroupPurpose>?> Purposes,
    [property: GraphQLDescription("What the community is to the product.")] Optional<BusinessModel?> BusinessModel,
    [property: GraphQLDescription("What it gives its members so that they stay; replaces all that it gave.")] Optional<IReadOnlyList<ValueOffer>?> ValueOffers,
    [property: GraphQLDescription("The city that it is for.")] Optional<string?> City,
    [property: GraphQLDescription("The topic that it is about.")] Optional<string?> Topic,
    [property: GraphQLDescription("The IANA time zone in which its people live, such as Europe/Berlin; null: the reporting time zone.")] Optional<string?> TimeZone,
    [property: GraphQLDescription("How many accounts it may have; null: as many as its platform allows.")] Optional<int?> Capacity,
    [property: GraphQLDescription("When it opens by itself.")] Optional<DateTimeOffset?> OpensAt,
    [property: GraphQLDescription("When it closes by itself.")] Optional<DateTimeOffset?> ClosesAt,
    [property: GraphQLDescription("Why, what, who, where, when, how; and the tone.")] GroupPositioningInput? Positioning,
    [property: GraphQLDescription("What makes it recognisable.")] GroupBrandingInput? Branding,
    [property: GraphQLDescription("What its members should call themselves.")] NicknameRuleInput? NicknameRule,
    [property: GraphQLDescription("How people get in.")] Optional<JoinPolicy?> JoinPolicy);

/// <summary>The rules of <see cref="UpdateGroupInput"/>.</summary>
public sealed class UpdateGroupValidator : AbstractValidator<UpdateGroupInput>
{
    public UpdateGroupValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Group.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Type.Value).NotNull().When(i => i.Type.HasValue).OverridePropertyName("type");
        RuleFor(i => i.BusinessModel.Value).NotNull().When(i => i.BusinessModel.HasValue).OverridePropertyName("businessModel");
        RuleFor(i => i.JoinPolicy.Value).NotNull().When(i => i.JoinPolicy.HasValue).OverridePropertyName("joinPolicy");
        RuleFor(i => i.Capacity.Value).GreaterThan(0).OverridePropertyName("capacity");
        RuleFor(i => i.City.Value).MaximumLength(Group.PlaceMaxLength).PlainText().OverridePropertyName("city");
        RuleFor(i => i.Topic.Value).MaximumLength(Group.PlaceMaxLength).PlainText().OverridePropertyName("topic");
        RuleFor(i => i.TimeZone.Value).MaximumLength(Group.TimeZoneMaxLength).IanaTimeZone().OverridePropertyName("timeZone");
        RuleFor(i => i.Purposes.Value).Must(list => list is null || list.Count <= 20).WithErrorCode("TOO_MANY_ROWS").OverridePropertyName("purposes");
        RuleFor(i => i.ValueOffers.Value).Must(list => list is null || list.Count <= 20).WithErrorCode("TOO_MANY_ROWS").OverridePropertyName("valueOffers");
        RuleFor(i => i.Positioning!).SetValidator(new GroupPositioningValidator()).When(i => i.Positioning is not null);
        RuleFor(i => i.Branding!).SetValidator(new GroupBrandingValidator()).When(i => i.Branding is not null);
        RuleFor(i => i.NicknameRule!).SetValidator(new NicknameRuleValidator()).When(i => i.NicknameRule is not null);
    }
}

/// <summary>Changes a group.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateGroupMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes what is said of a group. Its status and its phase have mutations of their own.")]
    public static Task<Group> UpdateGroupAsync(UpdateGroupInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.Id, "id", with: groups => groups.Include(g => g.Series));
                session.Expect(group, input.Version);
                group.Name = input.Name.Or(group.Name)!;
                group.Type = input.Type.Or(group.Type)!.Value;
                group.Purposes = input.Purposes.Or(group.Purposes) ?? [];
                group.BusinessModel = input.BusinessModel.Or(group.BusinessModel)!.Value;
                group.JoinPolicy = input.JoinPolicy.Or(group.JoinPolicy)!.Value;
                group.Capacity = input.Capacity.Or(group.Capacity);
                group.ValueOffers = input.ValueOffers.Or(group.ValueOffers) ?? [];
                group.City = input.City.Or(group.City);
                group.Topic = input.Topic.Or(group.Topic);
                group.TimeZone = input.TimeZone.Or(group.TimeZone);
                group.Reschedule(
                    input.OpensAt.HasValue ? input.OpensAt.Value?.UtcDateTime : group.OpensAt,
                    input.ClosesAt.HasValue ? input.ClosesAt.Value?.UtcDateTime : group.ClosesAt);
                input.Positioning?.ApplyTo(group.Positioning);
                input.Branding?.ApplyTo(group.Branding);
                if (input.NicknameRule is { } nicknameRule)
                {
                    nicknameRule.ApplyTo(group.NicknameRule);
                    await NicknameChecks.RecheckAsync(session.Db, group, session.CancellationToken);
                }

                group.CheckBranding(group.Series);
                session.Record(ActivityKind.GroupUpdated, () => new ActivitySubject { GroupId = group.Id });
                return group;
            },
            cancellationToken);
}
