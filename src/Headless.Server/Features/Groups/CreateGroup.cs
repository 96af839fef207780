using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

[GraphQLDescription("A group to enter.")]
public sealed record CreateGroupInput(
    [property: GraphQLDescription("The chat platform that it lives on.")] Platform Platform,
    [property: GraphQLDescription("Its id on the platform; unique there.")] string ExternalId,
    [property: GraphQLDescription("The name that its members see.")] string Name,
    [property: GraphQLDescription("The kind of group; GENERAL unless given.")] GroupType? Type,
    [property: GraphQLDescription("What it is for.")] IReadOnlyList<GroupPurpose>? Purposes,
    [property: GraphQLDescription("What the community is to the product; OTHER unless given.")] BusinessModel? BusinessModel,
    [property: GraphQLDescription("How many accounts the platform lets in.")] int? Capacity,
    [property: GraphQLDescription("When it opens.")] DateTimeOffset? OpensAt,
    [property: GraphQLDescription("When it closes; a FLASH group needs it before it opens.")] DateTimeOffset? ClosesAt,
    [property: GraphQLDescription("Why, what, who, where, when, how.")] GroupPositioningInput? Positioning,
    [property: GraphQLDescription("What makes it recognisable.")] GroupBrandingInput? Branding,
    [property: GraphQLDescription("What its members should call themselves.")] NicknameRuleInput? NicknameRule,
    [property: GraphQLDescription("What a newcomer is told.")] string? WelcomeMessage,
    [property: GraphQLDescription("How people get in; OPEN unless given.")] JoinPolicy? JoinPolicy,
    [property: ID<Group>] [property: GraphQLDescription("The group that it is replicated from.")] long? ParentGroupId);

/// <summary>The rules of <see cref="CreateGroupInput"/>.</summary>
public sealed class CreateGroupValidator : AbstractValidator<CreateGroupInput>
{
    public CreateGroupValidator()
    {
        RuleFor(i => i.ExternalId).NotEmpty().MaximumLength(Group.ExternalIdMaxLength).PlainText();
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Group.NameMaxLength).PlainText();
        RuleFor(i => i.Capacity).GreaterThan(0);
        RuleFor(i => i.WelcomeMessage).MaximumLength(Group.WelcomeMessageMaxLength).PlainText();
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
                await session.RequireNoneAsync<Group>(
                    g => g.Platform == input.Platform && g.ExternalId == input.ExternalId,
                    $"There is a group with the external id '{input.ExternalId}' on that platform already.",
                    "externalId");
                var parent = await session.FindAsync<Group>(input.ParentGroupId, "parentGroupId");
                var group = new Group
                {
                    Platform = input.Platform,
                    ExternalId = input.ExternalId,
                    Name = input.Name,
                    Type = input.Type ?? GroupType.General,
                    Purposes = input.Purposes ?? [],
                    BusinessModel = input.BusinessModel ?? BusinessModel.Other,
                    Capacity = input.Capacity,
                    WelcomeMessage = input.WelcomeMessage,
                    JoinPolicy = input.JoinPolicy ?? JoinPolicy.Open,
                    ParentGroupId = parent?.Id,
                };
                group.Reschedule(input.OpensAt?.UtcDateTime, input.ClosesAt?.UtcDateTime);
                input.Positioning?.ApplyTo(group.Positioning);
                input.Branding?.ApplyTo(group.Branding);
                input.NicknameRule?.ApplyTo(group.NicknameRule);
                session.Db.Groups.Add(group);
                if (session.Caller.Role is OperatorRole.Owner or OperatorRole.Admin)
                {
                    var self = await session.FindAsync<Operator>(session.Caller.OperatorId!.Value, "callerId");
                    group.Assign(self, self.Role == OperatorRole.Owner ? AssignmentRole.Owner : AssignmentRole.Admin, session.Now);
                }

                session.Record(ActivityKind.GroupCreated, () => new ActivitySubject { GroupId = group.Id });
                return group;
            },
            cancellationToken);
}
