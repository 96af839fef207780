using Headless.Server.Access;

namespace Headless.Server.Features.Violations;

/// <summary><c>type Violation</c>.</summary>
public sealed class ViolationObjectType : ObjectType<Violation>
{
    protected override void Configure(IObjectTypeDescriptor<Violation> descriptor)
    {
        descriptor.Description("Something that breaks, or seems to break, a rule: what, where, by whom, and the wording that was in force.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(v => v.Id).ResolveNodeWith<ViolationNode>(n => ViolationNode.GetViolationAsync(default, default!, default));
        descriptor.Field(v => v.Id).Description("The global id, stable for ever.");
        descriptor.Field(v => v.Kind).Description("What it is about.");
        descriptor.Field(v => v.Severity).Description("What it leads to once it is confirmed.");
        descriptor.Field(v => v.Status).Description("Where it stands.");
        descriptor.Field(v => v.Source).Description("How it came to be known.");
        descriptor.Field(v => v.OccurredAt).Description("When it happened.");
        descriptor.Field(v => v.SpanStart).Description("Where in evidence what was found begins, in UTF-16 units from 0 (as JavaScript counts); null where it is not in a text.");
        descriptor.Field(v => v.SpanLength).Description("How long it is, in UTF-16 units.");
        descriptor.Field(v => v.Matched).Authorize(Policies.ReadPersonalData)
            .Description("What was found: the word as the list has it, the link, the figure. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(v => v.Evidence).Authorize(Policies.ReadPersonalData)
            .Description("The text, or what the reporter saw; null once texts of that age are not kept. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(v => v.IsStrike).Description("Whether it counts against the member.");
        descriptor.Field(v => v.DecidedAt).Description("When it was decided.");
        descriptor.Field(v => v.DecisionNote).Authorize(Policies.ReadPersonalData).Description("Why. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(v => v.AppealedAt).Description("When the member appealed.");
        descriptor.Field(v => v.AppealText).Authorize(Policies.ReadPersonalData).Description("What the member says. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(v => v.AppealDecidedAt).Description("When the appeal was decided.");
        descriptor.Field(v => v.AppealNote).Authorize(Policies.ReadPersonalData).Description("Why it was decided so. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(v => v.CreatedAt).Description("When it was found or reported.");
        descriptor.Field(v => v.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(v => v.Version).Description("Goes up with every change. Send it back with a decision to be told when somebody else was faster.");
    }
}

/// <summary><c>type Penalty</c>.</summary>
public sealed class PenaltyObjectType : ObjectType<Penalty>
{
    protected override void Configure(IObjectTypeDescriptor<Penalty> descriptor)
    {
        descriptor.Description("What a violation led to: work for a connector to the platform, or for a person.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<PenaltyNode>(n => PenaltyNode.GetPenaltyAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id, stable for ever.");
        descriptor.Field(p => p.Kind).Description("What it does.");
        descriptor.Field(p => p.Status).Description("Where it stands.");
        descriptor.Field(p => p.Strikes).Description("How many strikes there were, with the one that led to it.");
        descriptor.Field(p => p.DueAt).Description("When it fell due.");
        descriptor.Field(p => p.MuteMinutes).Description("MUTE: for how many minutes.");
        descriptor.Field(p => p.Notice).Authorize(Policies.ReadPersonalData)
            .Description("What the group may be told, from the strike policy's template; null where it has none. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(p => p.AppliedAt).Description("When it was carried out.");
        descriptor.Field(p => p.Failures).Description("How often it could not be carried out.");
        descriptor.Field(p => p.FailureReason).Description("Why it could not be, the last time.");
        descriptor.Field(p => p.ReversedAt).Description("When it was taken back or undone.");
        descriptor.Field(p => p.CreatedAt).Description("When it was entered here.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(p => p.Version).Description("Goes up with every change.");
    }
}
