using Headless.Server.Access;

namespace Headless.Server.Features.Alerts;

/// <summary><c>type Alert</c>.</summary>
public sealed class AlertObjectType : ObjectType<Alert>
{
    protected override void Configure(IObjectTypeDescriptor<Alert> descriptor)
    {
        descriptor.Description(
            "Something that somebody should know of. Opened once for a kind and a subject, kept up to date while the condition holds, and resolved by itself when it ends. It changes nothing else.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(a => a.Id).ResolveNodeWith<AlertNode>(n => AlertNode.GetAlertAsync(default, default!, default));
        descriptor.Field(a => a.Id).Description("The global id, stable for the life of the alert: use it as cache key.");
        descriptor.Field(a => a.Kind).Description("What it is about.");
        descriptor.Field(a => a.SubjectKind).Description("What kind of thing it is about; the edge of that name leads there.");
        descriptor.Field(a => a.Severity).Description("How pressing it is.");
        descriptor.Field(a => a.Status).Description("Where it stands.");
        descriptor.Field(a => a.Message).Description("What is the matter, with the numbers, for a person.");
        descriptor.Field(a => a.SuggestedAction).Description("What to do about it.");
        descriptor.Field(a => a.OpenedAt).Description("Since when the condition is known to hold.");
        descriptor.Field(a => a.AcknowledgedAt).Description("When somebody took it on; null: nobody has.");
        descriptor.Field(a => a.AcknowledgeNote).Authorize(Policies.ReadPersonalData).Description("What whoever took it on said about it.");
        descriptor.Field(a => a.ResolvedAt).Description("When the condition was found to have ended; null: it holds.");
        descriptor.Field(a => a.UpdatedAt).Description("When its message, its numbers or its state last changed.");
        descriptor.Field(a => a.Version).Description("Goes up with every change. Send it back to be told when somebody else was faster.");
    }
}

/// <summary><c>type AlertFigure</c>.</summary>
public sealed class AlertFigureObjectType : ObjectType<AlertFigure>
{
    protected override void Configure(IObjectTypeDescriptor<AlertFigure> descriptor)
    {
        descriptor.Description("A number that an alert rests on.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(f => f.Name).Description("What it is, in camelCase; every alert of a kind has the same names.");
        descriptor.Field(f => f.Value).Description("How much it is.");
    }
}

/// <summary><c>enum AlertKind</c>.</summary>
public sealed class AlertKindEnumType : EnumType<AlertKind>
{
    protected override void Configure(IEnumTypeDescriptor<AlertKind> descriptor)
    {
        descriptor.Description("What an alert is about. The list grows: treat a value that you do not know as one more.");
        descriptor.Value(AlertKind.CapacityNear)
            .Description("A group is nearly as full as its platform, its own capacity or its QR code allows. Evidence: accounts, limit, share.");
        descriptor.Value(AlertKind.FirstActivityTooFar)
            .Description("A group was entered long before its first campaign, or none is planned. Evidence: daysSinceCreated, daysToFirstCampaign (-1: none), limitDays.");
        descriptor.Value(AlertKind.NoActiveStaff).Description("Nobody of a running group's staff has said anything there for days. Evidence: days, staffAccounts (that are in the group).");
        descriptor.Value(AlertKind.OwnerLoad).Description("An operator owns more groups than fill a working day. Evidence: ownedGroups, maximum.");
        descriptor.Value(AlertKind.MetricRule).Description("A rule of the organisation over a metric; edge rule. Evidence: value, threshold, baseline and change (of changes), numerator, denominator, windowDays.");
        descriptor.Value(AlertKind.InteractionLow).Description("Hardly anybody speaks in a group. Evidence: interactionRate, limit, windowDays, memberDays.");
        descriptor.Value(AlertKind.LeaveSpike)
            .Description("Many more left a group yesterday and today than usual. Evidence: leaves, usual, bySelf, removed, unknown, worstHour (UTC), leavesInWorstHour, campaignsBefore, announcementsBefore (in the three days before).");
        descriptor.Value(AlertKind.ViolationShare).Description("Much of what is said in a group breaks its rules: it turns into a place of advertisements. Evidence: share, limit, violations, messages.");
        descriptor.Value(AlertKind.NoNewMembers).Description("Nobody has come into a group for a time: its members tire. Evidence: days, members.");
        descriptor.Value(AlertKind.SilentGroup).Description("Nobody has said anything in a group for a time. Evidence: silentDays (-1: never spoke), limitDays, members.");
        descriptor.Value(AlertKind.StockLow).Description("Items of a running campaign's offers are nearly sold out. Evidence: items, available (of the item with least left).");
        descriptor.Value(AlertKind.TargetBehind).Description("Sales are behind what a target expects by the end of yesterday. Evidence: actual, expected, target, pace.");
        descriptor.Value(AlertKind.RepurchaseGap).Description("Most buyers of a group have not bought for months. Evidence: buyers, away, share, months.");
        descriptor.Value(AlertKind.ClassMixShift).Description("Most members of a group who have a class are after bargains. Evidence: classified, bargain, share, limit.");
        descriptor.Value(AlertKind.QuestionUnanswered).Description("Questions and consultations of a group, or of none, are open for too long. Evidence: open, longestHours, limitHours, priority (of members who are answered first).");
    }
}

/// <summary><c>enum AlertSeverity</c>.</summary>
public sealed class AlertSeverityEnumType : EnumType<AlertSeverity>
{
    protected override void Configure(IEnumTypeDescriptor<AlertSeverity> descriptor)
    {
        descriptor.Description("How pressing an alert is, the least first; sorting follows that.");
        descriptor.Value(AlertSeverity.Info).Description("Good to know.");
        descriptor.Value(AlertSeverity.Warning).Description("Somebody should look at it soon.");
        descriptor.Value(AlertSeverity.Critical).Description("It does damage now.");
    }
}

/// <summary><c>enum AlertStatus</c>.</summary>
public sealed class AlertStatusEnumType : EnumType<AlertStatus>
{
    protected override void Configure(IEnumTypeDescriptor<AlertStatus> descriptor)
    {
        descriptor.Description("Where an alert stands: OPEN → ACKNOWLEDGED → RESOLVED, or straight to RESOLVED.");
        descriptor.Value(AlertStatus.Open).Description("The condition holds and nobody has taken it on.");
        descriptor.Value(AlertStatus.Acknowledged).Description("The condition holds and somebody has taken it on. Should it become more severe it is open again.");
        descriptor.Value(AlertStatus.Resolved).Description("The condition has ended. Should it begin again, that is another alert.");
    }
}

/// <summary><c>enum AlertSubjectKind</c>.</summary>
public sealed class AlertSubjectKindEnumType : EnumType<AlertSubjectKind>
{
    protected override void Configure(IEnumTypeDescriptor<AlertSubjectKind> descriptor)
    {
        descriptor.Description("What kind of thing an alert is about.");
        descriptor.Value(AlertSubjectKind.Group).Description("A group.");
        descriptor.Value(AlertSubjectKind.Operator).Description("An operator.");
        descriptor.Value(AlertSubjectKind.Campaign).Description("A campaign.");
        descriptor.Value(AlertSubjectKind.Organisation).Description("The organisation as a whole.");
    }
}
