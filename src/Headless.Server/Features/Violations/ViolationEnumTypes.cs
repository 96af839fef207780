namespace Headless.Server.Features.Violations;

/// <summary><c>enum ViolationStatus</c>.</summary>
public sealed class ViolationStatusEnumType : EnumType<ViolationStatus>
{
    protected override void Configure(IEnumTypeDescriptor<ViolationStatus> descriptor)
    {
        descriptor.Description("Where a violation stands: OPEN → CONFIRMED or DISMISSED; CONFIRMED → APPEALED → UPHELD or OVERTURNED.");
        descriptor.Value(ViolationStatus.Open).Description("Somebody has to decide.");
        descriptor.Value(ViolationStatus.Confirmed).Description("It is one: it counts as a strike.");
        descriptor.Value(ViolationStatus.Dismissed).Description("It is none.");
        descriptor.Value(ViolationStatus.Appealed).Description("The member says that it is none.");
        descriptor.Value(ViolationStatus.Upheld).Description("It stays one.");
        descriptor.Value(ViolationStatus.Overturned).Description("It was none: strike and penalty are taken back.");
    }
}

/// <summary><c>enum ViolationSource</c>.</summary>
public sealed class ViolationSourceEnumType : EnumType<ViolationSource>
{
    protected override void Configure(IEnumTypeDescriptor<ViolationSource> descriptor)
    {
        descriptor.Description("How a violation came to be known.");
        descriptor.Value(ViolationSource.Detected).Description("A rule found it.");
        descriptor.Value(ViolationSource.Reported).Description("Somebody reported it.");
    }
}

/// <summary><c>enum PenaltyKind</c>.</summary>
public sealed class PenaltyKindEnumType : EnumType<PenaltyKind>
{
    protected override void Configure(IEnumTypeDescriptor<PenaltyKind> descriptor)
    {
        descriptor.Description("What a penalty does.");
        descriptor.Value(PenaltyKind.Warn).Description("A warning.");
        descriptor.Value(PenaltyKind.Mute).Description("They may read but not write for a time. Not every platform can.");
        descriptor.Value(PenaltyKind.Remove).Description("They are removed from the group.");
        descriptor.Value(PenaltyKind.Blacklist).Description("They are removed, and a ban keeps them out.");
    }
}

/// <summary><c>enum PenaltyStatus</c>.</summary>
public sealed class PenaltyStatusEnumType : EnumType<PenaltyStatus>
{
    protected override void Configure(IEnumTypeDescriptor<PenaltyStatus> descriptor)
    {
        descriptor.Description("Where a penalty stands. DUE and REVERSAL_DUE are work for a connector or a person.");
        descriptor.Value(PenaltyStatus.Due).Description("It has to be carried out.");
        descriptor.Value(PenaltyStatus.Applied).Description("It has been carried out.");
        descriptor.Value(PenaltyStatus.Failed).Description("It could not be carried out; retryPenalty makes it due again.");
        descriptor.Value(PenaltyStatus.Cancelled).Description("An appeal took it back before it was carried out.");
        descriptor.Value(PenaltyStatus.ReversalDue).Description("An appeal took it back: what was carried out has to be undone.");
        descriptor.Value(PenaltyStatus.Reversed).Description("It has been undone.");
    }
}
