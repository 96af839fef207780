using Headless.Server.Access;

namespace Headless.Server.Features.Groups;

/// <summary>What a group should have before people come and while they are there: facts, not a score.</summary>
public enum GroupChecklistItem
{
    Positioning,
    Purposes,
    BusinessModel,
    ValueOffers,
    Owner,
    WelcomeMessage,
    RulesAnnouncement,
    Branding,
    NicknameRule,
    FirstCampaign,
}

/// <summary><c>enum GroupChecklistItem</c>.</summary>
public sealed class GroupChecklistItemEnumType : EnumType<GroupChecklistItem>
{
    protected override void Configure(IEnumTypeDescriptor<GroupChecklistItem> descriptor)
    {
        descriptor.Description("Something that a group should have.");
        descriptor.Value(GroupChecklistItem.Positioning).Description("All six answers of its positioning. Without them it cannot open.");
        descriptor.Value(GroupChecklistItem.Purposes).Description("What it is for.");
        descriptor.Value(GroupChecklistItem.BusinessModel).Description("A business model other than OTHER: NATIVE or SERVICE.");
        descriptor.Value(GroupChecklistItem.ValueOffers).Description("What it gives its members so that they stay.");
        descriptor.Value(GroupChecklistItem.Owner).Description("An OWNER who is assigned to it now.");
        descriptor.Value(GroupChecklistItem.WelcomeMessage).Description("A welcome message.");
        descriptor.Value(GroupChecklistItem.RulesAnnouncement).Description("A published announcement of its RULES.");
        descriptor.Value(GroupChecklistItem.Branding).Description("The look of its series, or a picture of its own.");
        descriptor.Value(GroupChecklistItem.NicknameRule).Description("A form of nicknames.");
        descriptor.Value(GroupChecklistItem.FirstCampaign).Description("A campaign that has run, runs or is scheduled.");
    }
}

/// <summary><c>enum PositioningQuestion</c>.</summary>
public sealed class PositioningQuestionEnumType : EnumType<PositioningQuestion>
{
    protected override void Configure(IEnumTypeDescriptor<PositioningQuestion> descriptor)
    {
        descriptor.Description("A question of a group's positioning.");
        descriptor.Value(PositioningQuestion.Why).Description("Why the group exists.");
        descriptor.Value(PositioningQuestion.What).Description("What it offers.");
        descriptor.Value(PositioningQuestion.Who).Description("For whom it is.");
        descriptor.Value(PositioningQuestion.Where).Description("Where it lives and where its people come from.");
        descriptor.Value(PositioningQuestion.When).Description("When things happen in it.");
        descriptor.Value(PositioningQuestion.How).Description("How it is run.");
    }
}

/// <summary><c>enum ValueOffer</c>.</summary>
public sealed class ValueOfferEnumType : EnumType<ValueOffer>
{
    protected override void Configure(IEnumTypeDescriptor<ValueOffer> descriptor)
    {
        descriptor.Description("What a group gives its members so that they stay.");
        descriptor.Value(ValueOffer.MorningPaper).Description("早报: a morning paper.");
        descriptor.Value(ValueOffer.Materials).Description("资料: materials.");
        descriptor.Value(ValueOffer.CourseSharing).Description("课程分享会: courses and sharing.");
        descriptor.Value(ValueOffer.ResourceLinks).Description("Links to resources.");
        descriptor.Value(ValueOffer.ProductDiscounts).Description("Discounts on products.");
        descriptor.Value(ValueOffer.PeopleMatching).Description("人脉对接: meeting the right people.");
    }
}

/// <summary>Something that a group should have.</summary>
[GraphQLDescription("Something that a group should have.")]
public sealed record GroupCheck(
    [property: GraphQLDescription("What.")] GroupChecklistItem Item,
    [property: GraphQLDescription("Whether it has it.")] bool IsDone,
    [property: GraphQLDescription("What to do about it, for a person; null where it has it.")] string? Advice);

/// <summary>A group as its checklist reads it.</summary>
public sealed record GroupChecks(IReadOnlyList<GroupCheck> Items, IReadOnlyList<PositioningQuestion> MissingPositioning);

/// <summary>What a group has and what it lacks.</summary>
[ExtendObjectType<Group>]
public sealed class GroupChecklist
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("What the group should have and whether it has it: facts with advice, no score. One statement answers it for a whole list of groups.")]
    public static async Task<IReadOnlyList<GroupCheck>> GetChecklistAsync(
        [Parent(nameof(Group.Id))] Group group, GroupChecksDataLoader checks, CancellationToken cancellationToken) =>
        (await checks.LoadAsync(group.Id, cancellationToken))?.Items ?? [];

    [Authorize(Policies.Read)]
    [Cost(1)]
    [ListSize(AssumedSize = 6)]
    [GraphQLDescription("The questions of its positioning that have no answer. It opens once there are none.")]
    public static async Task<IReadOnlyList<PositioningQuestion>> GetMissingPositioningAsync(
        [Parent(nameof(Group.Id))] Group group, GroupChecksDataLoader checks, CancellationToken cancellationToken) =>
        (await checks.LoadAsync(group.Id, cancellationToken))?.MissingPositioning ?? [];
}

/// <summary>The checklists of groups: one statement for a whole list of groups.</summary>
public sealed class GroupChecksDataLoader(
    CommunityDatabase database, Caller caller, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, GroupChecks>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, GroupChecks>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await db.Groups.AsNoTracking()
            .Where(g => keys.Contains(g.Id))
            .Select(g => new
            {
                Group = g,
                HasOwner = g.Assignments.Any(a => a.Role == AssignmentRole.Owner && a.Since <= now && (a.Until == null || a.Until > now)),
                HasWelcome = g.WelcomeMessages.Any(m => m.RemovedAt == null),
                HasRules = g.Announcements.Any(a => a.Kind == AnnouncementKind.Rules && a.Status == AnnouncementStatus.Published),
                HasCampaign = g.Campaigns.Any(c => c.Status != CampaignStatus.Draft && c.Status != CampaignStatus.Cancelled),
            })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Group.Id, row => Check(row.Group, row.HasOwner, row.HasWelcome, row.HasRules, row.HasCampaign));
    }

    private static GroupChecks Check(Group group, bool hasOwner, bool hasWelcome, bool hasRules, bool hasCampaign)
    {
        static GroupCheck Item(GroupChecklistItem item, bool isDone, string advice) => new(item, isDone, isDone ? null : advice);
        var missing = group.Positioning.Missing;
        return new GroupChecks(
            [
                Item(GroupChecklistItem.Positioning, missing.Count == 0, "Say why, what, who, where, when and how before it opens."),
                Item(GroupChecklistItem.Purposes, group.PurposeFlags != 0, "Say what it is for: its numbers are read by that."),
                Item(
                    GroupChecklistItem.BusinessModel, group.BusinessModel != BusinessModel.Other,
                    "Neither low price and high frequency (NATIVE) nor high price and low frequency (SERVICE): such a group takes much more effort until it pays."),
                Item(GroupChecklistItem.ValueOffers, group.ValueOfferFlags != 0, "Say what members get, regularly, for staying."),
                Item(GroupChecklistItem.Owner, hasOwner, "Assign an OWNER: a group that nobody answers for dies."),
                Item(GroupChecklistItem.WelcomeMessage, hasWelcome, "Say what newcomers are told with setWelcomeMessages."),
                Item(GroupChecklistItem.RulesAnnouncement, hasRules, "Publish an announcement of kind RULES: what the group is for and what is not done."),
                Item(GroupChecklistItem.Branding, group.IsOnBrand ?? group.Branding.AvatarUrl is not null, "Give it the look of its series, or a picture that people know it by."),
                Item(GroupChecklistItem.NicknameRule, group.NicknameRule.Template is not null, "Say what members should call themselves."),
                Item(GroupChecklistItem.FirstCampaign, hasCampaign, "Plan its first campaign: people who come into a silent group leave."),
            ],
            missing);
    }
}
