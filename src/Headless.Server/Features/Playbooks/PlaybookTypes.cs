using Headless.Server.Access;

namespace Headless.Server.Features.Playbooks;

/// <summary><c>type Playbook</c>.</summary>
public sealed class PlaybookObjectType : ObjectType<Playbook>
{
    protected override void Configure(IObjectTypeDescriptor<Playbook> descriptor)
    {
        descriptor.Description("SOP, a playbook: what is done when, for whom, where and with what material. Applied to a group, a member's joining or a campaign, its steps become dated tasks.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<PlaybookNode>(n => PlaybookNode.GetPlaybookAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id, stable for the life of the playbook: use it as cache key.");
        descriptor.Field(p => p.Name).Description("The name; unique.");
        descriptor.Field(p => p.Description).Description("What it is for.");
        descriptor.Field(p => p.Target).Description("What it is applied to.");
        descriptor.Field(p => p.Status).Description("Where it stands.");
        descriptor.Field(p => p.StopsOn).ParentRequires(nameof(Playbook.StopFlags)).Description("What ends its runs early.");
        descriptor.Field(p => p.CreatedAt).Description("When it was made.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(p => p.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type PlaybookStep</c>.</summary>
public sealed class PlaybookStepObjectType : ObjectType<PlaybookStep>
{
    protected override void Configure(IObjectTypeDescriptor<PlaybookStep> descriptor)
    {
        descriptor.Description("One step of a playbook.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Position).Description("The place among the steps, from 0.");
        descriptor.Field(s => s.Kind).Description("Who carries it out.");
        descriptor.Field(s => s.Title).Description("What it is, in a few words.");
        descriptor.Field(s => s.Instructions).Description("What is to be done; of a DELIVERY, what is said where it has no content item.");
        descriptor.Field(s => s.DayOffset).Description("So many days after the start, by the local calendar; negative: before it.");
        descriptor.Field(s => s.GraceMinutes).Description("So many minutes after its time it is overdue.");
        descriptor.Field(s => s.Audience).Description("For whom it is.");
        descriptor.Field(s => s.Channel).Description("Where.");
        descriptor.Field(s => s.Purpose).Description("What for: decides whom it may reach.");
    }
}

/// <summary><c>type PlaybookRun</c>.</summary>
public sealed class PlaybookRunObjectType : ObjectType<PlaybookRun>
{
    protected override void Configure(IObjectTypeDescriptor<PlaybookRun> descriptor)
    {
        descriptor.Description("A playbook that was applied to a group, a member's joining or a group of a campaign.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<PlaybookRunNode>(n => PlaybookRunNode.GetRunAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id, stable for the life of the run: use it as cache key.");
        descriptor.Field(r => r.StartsAt).Description("The moment that its days are counted from: the joining, the start of the campaign, or what was chosen.");
        descriptor.Field(r => r.TimeZone).Description("The IANA time zone in which its times of day are meant.");
        descriptor.Field(r => r.Status).Description("Where it stands.");
        descriptor.Field(r => r.StoppedBy).Description("Why it ended early; null: it did not.");
        descriptor.Field(r => r.StopReason).Authorize(Policies.ReadPersonalData).Description("What somebody said who stopped it. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(r => r.EndedAt).Description("When it ended; null: it has not.");
        descriptor.Field(r => r.CreatedAt).Description("When it was applied.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type PlaybookTask</c>.</summary>
public sealed class PlaybookTaskObjectType : ObjectType<PlaybookTask>
{
    protected override void Configure(IObjectTypeDescriptor<PlaybookTask> descriptor)
    {
        descriptor.Description("A step with a date. It says what its step said when the playbook was applied.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<PlaybookTaskNode>(n => PlaybookTaskNode.GetTaskAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id, stable for the life of the task: use it as cache key.");
        descriptor.Field(t => t.Kind).Description("Who carries it out.");
        descriptor.Field(t => t.Title).Description("What it is, in a few words.");
        descriptor.Field(t => t.Instructions).Description("What is to be done.");
        descriptor.Field(t => t.Audience).Description("For whom it is.");
        descriptor.Field(t => t.Channel).Description("Where.");
        descriptor.Field(t => t.Purpose).Description("What for.");
        descriptor.Field(t => t.DueAt).Description("When it is to be done.");
        descriptor.Field(t => t.OverdueAt).Description("When it becomes overdue.");
        descriptor.Field(t => t.Status).Description("Where it stands.");
        descriptor.Field(t => t.Evidence).Authorize(Policies.ReadPersonalData).Description("What shows that it was done: a link, a message. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(t => t.DoneAt).Description("When it was done.");
        descriptor.Field(t => t.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>enum PlaybookTarget</c>.</summary>
public sealed class PlaybookTargetEnumType : EnumType<PlaybookTarget>
{
    protected override void Configure(IEnumTypeDescriptor<PlaybookTarget> descriptor)
    {
        descriptor.Description("What a playbook is applied to, and with it the moment that its days are counted from.");
        descriptor.Value(PlaybookTarget.Group).Description("A group, from a moment that is chosen.");
        descriptor.Value(PlaybookTarget.Join).Description("A member's stay in a group, from the joining: applied by itself in the groups of setPlaybookGroups.");
        descriptor.Value(PlaybookTarget.Campaign).Description("Every group of a campaign, from its start; days before it are negative.");
    }
}

/// <summary><c>enum PlaybookStatus</c>.</summary>
public sealed class PlaybookStatusEnumType : EnumType<PlaybookStatus>
{
    protected override void Configure(IEnumTypeDescriptor<PlaybookStatus> descriptor)
    {
        descriptor.Description("Where a playbook stands: DRAFT ⇄ ACTIVE; both can be ARCHIVED, for good.");
        descriptor.Value(PlaybookStatus.Draft).Description("Its steps can be changed; it is applied to nothing.");
        descriptor.Value(PlaybookStatus.Active).Description("It can be applied, and applies itself to joins in its groups.");
        descriptor.Value(PlaybookStatus.Archived).Description("It is not applied any more; what it has planned goes on.");
    }
}

/// <summary><c>enum PlaybookStop</c>.</summary>
public sealed class PlaybookStopEnumType : EnumType<PlaybookStop>
{
    protected override void Configure(IEnumTypeDescriptor<PlaybookStop> descriptor)
    {
        descriptor.Description("What ends a run before its steps are done.");
        descriptor.Value(PlaybookStop.MemberLeft).Description("The member has left the group.");
        descriptor.Value(PlaybookStop.MemberBought).Description("The member has bought something since.");
        descriptor.Value(PlaybookStop.MemberBlacklisted).Description("The member is kept out.");
        descriptor.Value(PlaybookStop.GroupClosed).Description("The group was closed or archived.");
        descriptor.Value(PlaybookStop.CampaignCancelled).Description("The campaign was called off.");
        descriptor.Value(PlaybookStop.ByHand).Description("Somebody stopped it with stopPlaybookRun; no condition.");
    }
}

/// <summary><c>enum PlaybookAudience</c>.</summary>
public sealed class PlaybookAudienceEnumType : EnumType<PlaybookAudience>
{
    protected override void Configure(IEnumTypeDescriptor<PlaybookAudience> descriptor)
    {
        descriptor.Description("For whom a step is.");
        descriptor.Value(PlaybookAudience.Group).Description("Everybody in the group.");
        descriptor.Value(PlaybookAudience.Member).Description("The member who joined: only in a playbook for JOIN.");
        descriptor.Value(PlaybookAudience.Segment).Description("The members of a segment who are in the group.");
    }
}

/// <summary><c>enum PlaybookStepKind</c>.</summary>
public sealed class PlaybookStepKindEnumType : EnumType<PlaybookStepKind>
{
    protected override void Configure(IEnumTypeDescriptor<PlaybookStepKind> descriptor)
    {
        descriptor.Description("Who carries a step out.");
        descriptor.Value(PlaybookStepKind.Staff).Description("Staff do it, and say so with completePlaybookTask.");
        descriptor.Value(PlaybookStepKind.Delivery).Description("When its time has come, deliveries are requested for it, which connectors claim.");
    }
}

/// <summary><c>enum PlaybookRunStatus</c>.</summary>
public sealed class PlaybookRunStatusEnumType : EnumType<PlaybookRunStatus>
{
    protected override void Configure(IEnumTypeDescriptor<PlaybookRunStatus> descriptor)
    {
        descriptor.Description("Where a run stands: RUNNING → COMPLETED or STOPPED.");
        descriptor.Value(PlaybookRunStatus.Running).Description("Something of it is still to be done.");
        descriptor.Value(PlaybookRunStatus.Completed).Description("Nothing of it is left to do.");
        descriptor.Value(PlaybookRunStatus.Stopped).Description("It ended early; what was still to be done is cancelled.");
    }
}

/// <summary><c>enum PlaybookTaskStatus</c>.</summary>
public sealed class PlaybookTaskStatusEnumType : EnumType<PlaybookTaskStatus>
{
    protected override void Configure(IEnumTypeDescriptor<PlaybookTaskStatus> descriptor)
    {
        descriptor.Description("Where a task stands: PLANNED → DUE → OVERDUE; DONE or CANCELLED from each of them.");
        descriptor.Value(PlaybookTaskStatus.Planned).Description("Its time has not come.");
        descriptor.Value(PlaybookTaskStatus.Due).Description("It is to be done now.");
        descriptor.Value(PlaybookTaskStatus.Overdue).Description("It should have been done by now.");
        descriptor.Value(PlaybookTaskStatus.Done).Description("It was done.");
        descriptor.Value(PlaybookTaskStatus.Cancelled).Description("It is not to be done any more.");
    }
}
