using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

[GraphQLDescription("A group to make after another one. What is not given is as there.")]
public sealed record ReplicateGroupInput(
    [property: ID<Group>] [property: GraphQLDescription("The group that is the pattern.")] long SourceId,
    [property: GraphQLDescription("The new group's id on its platform; unique there.")] string ExternalId,
    [property: GraphQLDescription("The platform.")] Platform? Platform,
    [property: GraphQLDescription("The name. Unless given, the name that the series gives it; without a series it is needed.")] string? Name,
    [property: ID<GroupSeries>] [property: GraphQLDescription("The series that it is one of; the pattern's unless given.")] long? SeriesId,
    [property: GraphQLDescription("The city that it is for.")] string? City,
    [property: GraphQLDescription("The topic that it is about.")] string? Topic,
    [property: GraphQLDescription("The kind of group.")] GroupType? Type,
    [property: GraphQLDescription("What it is for.")] IReadOnlyList<GroupPurpose>? Purposes,
    [property: GraphQLDescription("What the community is to the product.")] BusinessModel? BusinessModel,
    [property: GraphQLDescription("How many accounts it may have.")] int? Capacity,
    [property: GraphQLDescription("When it opens by itself. Never taken from the pattern.")] DateTimeOffset? OpensAt,
    [property: GraphQLDescription("When it closes by itself. Never taken from the pattern.")] DateTimeOffset? ClosesAt,
    [property: GraphQLDescription("Answers that differ.")] GroupPositioningInput? Positioning,
    [property: GraphQLDescription("A look that differs.")] GroupBrandingInput? Branding,
    [property: GraphQLDescription("A nickname rule that differs.")] NicknameRuleInput? NicknameRule,
    [property: GraphQLDescription("How people get in.")] JoinPolicy? JoinPolicy);

/// <summary>The rules of <see cref="ReplicateGroupInput"/>.</summary>
public sealed class ReplicateGroupValidator : AbstractValidator<ReplicateGroupInput>
{
    public ReplicateGroupValidator()
    {
        RuleFor(i => i.ExternalId).NotEmpty().MaximumLength(Group.ExternalIdMaxLength).PlainText();
        RuleFor(i => i.Name).NotEmpty().When(i => i.Name is not null);
        RuleFor(i => i.Name).MaximumLength(Group.NameMaxLength).PlainText();
        RuleFor(i => i.City).MaximumLength(Group.PlaceMaxLength).PlainText();
        RuleFor(i => i.Topic).MaximumLength(Group.PlaceMaxLength).PlainText();
        RuleFor(i => i.Purposes).Must(list => list is null || list.Count <= 20).WithErrorCode("TOO_MANY_ROWS");
        RuleFor(i => i.Capacity).GreaterThan(0);
        RuleFor(i => i.Positioning!).SetValidator(new GroupPositioningValidator()).When(i => i.Positioning is not null);
        RuleFor(i => i.Branding!).SetValidator(new GroupBrandingValidator()).When(i => i.Branding is not null);
        RuleFor(i => i.NicknameRule!).SetValidator(new NicknameRuleValidator()).When(i => i.NicknameRule is not null);
    }
}

/// <summary>Makes a group after another one .</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ReplicateGroupMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Enters a group as a draft after another one: type, purposes, positioning, look, nickname rule, join policy, welcome messages and, as drafts, its RULES announcements. Not its members, staff, times and other announcements.")]
    public static Task<Group> ReplicateGroupAsync(ReplicateGroupInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var source = await session.FindAsync<Group>(input.SourceId, "sourceId");
                var platform = input.Platform ?? source.Platform;
                await session.RequireFreeExternalIdAsync(platform, input.ExternalId);
                var (city, topic) = (input.City ?? source.City, input.Topic ?? source.Topic);
                var number = await session.TakeNumberAsync(input.SeriesId ?? source.SeriesId, city, topic);
                var name = input.Name ?? number?.Name
                    ?? throw InvalidInputException.Of("name", "NOT_EMPTY", "The pattern is in no series that could name the new group: give a name, or a series.");
                var replica = new Group
                {
                    Platform = platform,
                    ExternalId = input.ExternalId,
                    Name = name,
                    Type = input.Type ?? source.Type,
                    Purposes = input.Purposes ?? source.Purposes,
                    BusinessModel = input.BusinessModel ?? source.BusinessModel,
                    ValueOffers = source.ValueOffers,
                    City = city,
                    Topic = topic,
                    TimeZone = source.TimeZone,
                    SeriesId = number?.Series.Id,
                    SeriesNumber = number?.Value,
                    Capacity = input.Capacity ?? source.Capacity,
                    JoinPolicy = input.JoinPolicy ?? source.JoinPolicy,
                    ParentGroupId = source.Id,
                    RootGroupId = source.RootGroupId ?? source.Id,
                    LineageDepth = source.LineageDepth + 1,
                };
                replica.TakeLookFrom(source);
                replica.Reschedule(input.OpensAt?.UtcDateTime, input.ClosesAt?.UtcDateTime);
                input.Positioning?.ApplyTo(replica.Positioning);
                input.Branding?.ApplyTo(replica.Branding);
                input.NicknameRule?.ApplyTo(replica.NicknameRule);
                replica.CheckBranding(number?.Series);
                await CopyTextsAsync(session, source, replica);
                await session.AddGroupAsync(replica);
                session.Record(ActivityKind.GroupReplicated, () => new ActivitySubject { GroupId = replica.Id, Text = source.Name });
                return replica;
            },
            cancellationToken);

    /// <summary>The welcome messages, and the rules as drafts: whoever opens the new group publishes them there. Events and notices were the other group's.</summary>
    private static async Task CopyTextsAsync(WriteSession session, Group source, Group replica)
    {
        var messages = await session.Db.WelcomeMessages.AsNoTracking()
            .Where(m => m.GroupId == source.Id && m.RemovedAt == null)
            .OrderBy(m => m.Position)
            .ToListAsync(session.CancellationToken);
        replica.WelcomeMessages.AddRange(messages.Select(m => new WelcomeMessage { JoinReason = m.JoinReason, JoinChannel = m.JoinChannel, Text = m.Text, Position = m.Position }));
        var rules = await session.Db.Announcements.AsNoTracking()
            .Where(a => a.GroupId == source.Id && a.Kind == AnnouncementKind.Rules && a.Status != AnnouncementStatus.Retracted)
            .OrderBy(a => a.Id)
            .ToListAsync(session.CancellationToken);
        replica.Announcements.AddRange(rules.Select(a => Announcement.Write(0, a.Kind, a.Text, a.CountsDownTo, a.IsPinned, session.Caller.OperatorId, session.Now)));
    }
}
