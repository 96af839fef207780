using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

[GraphQLDescription("A group to enter. What is not given comes from the template of its type.")]
public sealed record CreateGroupInput(
    [property: GraphQLDescription("The chat platform that it lives on.")] Platform Platform,
    [property: GraphQLDescription("Its id on the platform; unique there.")] string ExternalId,
    [property: GraphQLDescription("The name that its members see. Unless given, the name that its series gives it.")] string? Name,
    [property: GraphQLDescription("The kind of group; GENERAL unless given.")] GroupType? Type,
    [property: GraphQLDescription("What it is for; what the template of its type says unless given.")] IReadOnlyList<GroupPurpose>? Purposes,
    [property: GraphQLDescription("What the community is to the product; OTHER unless given.")] BusinessModel? BusinessModel,
    [property: GraphQLDescription("What it gives its members so that they stay.")] IReadOnlyList<ValueOffer>? ValueOffers,
    [property: ID<GroupSeries>] [property: GraphQLDescription("The series that it is one of, which numbers it.")] long? SeriesId,
    [property: GraphQLDescription("The city that it is for; the series' unless given.")] string? City,
    [property: GraphQLDescription("The topic that it is about; the series' unless given.")] string? Topic,
    [property: GraphQLDescription("How many accounts it may have; as many as its platform allows unless given.")] int? Capacity,
    [property: GraphQLDescription("When it opens by itself.")] DateTimeOffset? OpensAt,
    [property: GraphQLDescription("When it closes by itself; a FLASH group needs it before it opens.")] DateTimeOffset? ClosesAt,
    [property: GraphQLDescription("Why, what, who, where, when, how; and the tone.")] GroupPositioningInput? Positioning,
    [property: GraphQLDescription("What makes it recognisable.")] GroupBrandingInput? Branding,
    [property: GraphQLDescription("What its members should call themselves.")] NicknameRuleInput? NicknameRule,
    [property: GraphQLDescription("How people get in; OPEN unless given.")] JoinPolicy? JoinPolicy,
    [property: ID<Group>] [property: GraphQLDescription("The group that it was replicated from; replicateGroup copies as well.")] long? ParentGroupId);

/// <summary>The rules of <see cref="CreateGroupInput"/>.</summary>
public sealed class CreateGroupValidator : AbstractValidator<CreateGroupInput>
{
    public CreateGroupValidator()
    {
        RuleFor(i => i.ExternalId).NotEmpty().MaximumLength(Group.ExternalIdMaxLength).PlainText();
        RuleFor(i => i.Name).NotEmpty().When(i => i.Name is not null || i.SeriesId is null);
        RuleFor(i => i.Name).MaximumLength(Group.NameMaxLength).PlainText();
        RuleFor(i => i.City).MaximumLength(Group.PlaceMaxLength).PlainText();
        RuleFor(i => i.Topic).MaximumLength(Group.PlaceMaxLength).PlainText();
        RuleFor(i => i.Purposes).Must(list => list is null || list.Count <= 20).WithErrorCode("TOO_MANY_ROWS");
        RuleFor(i => i.ValueOffers).Must(list => list is null || list.Count <= 20).WithErrorCode("TOO_MANY_ROWS");
        RuleFor(i => i.Capacity).GreaterThan(0);
        RuleFor(i => i.Positioning!).SetValidator(new GroupPositioningValidator()).When(i => i.Positioning is not null);
        RuleFor(i => i.Branding!).SetValidator(new GroupBrandingValidator()).When(i => i.Branding is not null);
        RuleFor(i => i.NicknameRule!).SetValidator(new NicknameRuleValidator()).When(i => i.NicknameRule is not null);
    }
}

/// <summary>Enters a group.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateGroupMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Enters a group as a draft. An OWNER or ADMIN who enters one is assigned to it.")]
    public static Task<Group> CreateGroupAsync(CreateGroupInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.RequireFreeExternalIdAsync(input.Platform, input.ExternalId);
                var parent = await session.FindAsync<Group>(input.ParentGroupId, "parentGroupId");
                var number = await session.TakeNumberAsync(input.SeriesId, input.City, input.Topic);
                var type = input.Type ?? GroupType.General;
                var group = new Group
                {
                    Platform = input.Platform,
                    ExternalId = input.ExternalId,
                    Name = input.Name ?? number!.Name,
                    Type = type,
                    Purposes = input.Purposes ?? (await session.Db.GroupTypeTemplates.SingleAsync(t => t.Type == type, session.CancellationToken)).Purposes,
                    BusinessModel = input.BusinessModel ?? BusinessModel.Other,
                    ValueOffers = input.ValueOffers ?? [],
                    City = input.City,
                    Topic = input.Topic,
                    SeriesId = number?.Series.Id,
                    SeriesNumber = number?.Value,
                    Capacity = input.Capacity,
                    JoinPolicy = input.JoinPolicy ?? JoinPolicy.Open,
                    ParentGroupId = parent?.Id,
                    RootGroupId = parent?.RootGroupId ?? parent?.Id,
                    LineageDepth = parent is null ? 0 : parent.LineageDepth + 1,
                };
                group.Reschedule(input.OpensAt?.UtcDateTime, input.ClosesAt?.UtcDateTime);
                input.Positioning?.ApplyTo(group.Positioning);
                input.Branding?.ApplyTo(group.Branding);
                input.NicknameRule?.ApplyTo(group.NicknameRule);
                group.CheckBranding(number?.Series);
                await session.AddGroupAsync(group);
                session.Record(ActivityKind.GroupCreated, () => new ActivitySubject { GroupId = group.Id });
                return group;
            },
            cancellationToken);
}
