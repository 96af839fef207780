namespace Headless.Server.Features.CallLists;

/// <summary><c>enum CallStatus</c>.</summary>
public sealed class CallStatusEnumType : EnumType<CallStatus>
{
    protected override void Configure(IEnumTypeDescriptor<CallStatus> descriptor)
    {
        descriptor.Description("What has come of the calls to a member in one round. PENDING, NO_ANSWER and REACHED are still to be called.");
        descriptor.Value(CallStatus.Pending).Description("Nobody has called yet.");
        descriptor.Value(CallStatus.NoAnswer).Description("Nobody answered.");
        descriptor.Value(CallStatus.Reached).Description("They answered and have not decided.");
        descriptor.Value(CallStatus.Accepted).Description("They said yes.");
        descriptor.Value(CallStatus.Refused).Description("They said no.");
        descriptor.Value(CallStatus.WrongNumber).Description("The number is not theirs.");
        descriptor.Value(CallStatus.Skipped).Description("Left out, not to be called: skipReason says why.");
    }
}

/// <summary><c>enum CallSkipReason</c>.</summary>
public sealed class CallSkipReasonEnumType : EnumType<CallSkipReason>
{
    protected override void Configure(IEnumTypeDescriptor<CallSkipReason> descriptor)
    {
        descriptor.Description("Why a member is not to be called.");
        descriptor.Value(CallSkipReason.OptedOut).Description("They do not want to be called.");
        descriptor.Value(CallSkipReason.Banned).Description("They are kept out of the community.");
        descriptor.Value(CallSkipReason.NoPhone).Description("No telephone number of theirs is known.");
        descriptor.Value(CallSkipReason.RegionExcluded).Description("The list leaves their region out.");
    }
}

/// <summary><c>enum CallListStatus</c>.</summary>
public sealed class CallListStatusEnumType : EnumType<CallListStatus>
{
    protected override void Configure(IEnumTypeDescriptor<CallListStatus> descriptor)
    {
        descriptor.Description("Whether a call list is worked on: OPEN → CLOSED.");
        descriptor.Value(CallListStatus.Open).Description("Calls are made and recorded.");
        descriptor.Value(CallListStatus.Closed).Description("The work is over; what came of the calls stays.");
    }
}
