namespace Headless.Server.Features.CheckIns;

/// <summary><c>type CheckInProgram</c>.</summary>
public sealed class CheckInProgramObjectType : ObjectType<CheckInProgram>
{
    protected override void Configure(IObjectTypeDescriptor<CheckInProgram> descriptor)
    {
        descriptor.Description("Members come every day and are rewarded for it. A day is one of the programme's time zone, from midnight to midnight, however many hours it has.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<CheckInProgramNode>(n => CheckInProgramNode.GetCheckInProgramAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id, stable for the life of the programme: use it as cache key.");
        descriptor.Field(p => p.Name).Description("The name.");
        descriptor.Field(p => p.Mode).Description("What milestones count.");
        descriptor.Field(p => p.TimeZone).Description("The IANA id of the zone whose days count.");
        descriptor.Field(p => p.StartsOn).Description("The first day; null: no limit.");
        descriptor.Field(p => p.EndsOn).Description("The last day; null: no limit.");
        descriptor.Field(p => p.MakeUpLimit).Description("How many days a member may add afterwards, in all.");
        descriptor.Field(p => p.MakeUpWithinDays).Description("How many days back a day may be added.");
        descriptor.Field(p => p.PointsPerDay).Description("How many points a day earns in pointProgram.");
        descriptor.Field(p => p.IsEnded).Description("Whether nobody can check in any more.");
        descriptor.Field(p => p.CreatedAt).Description("When it was made.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(p => p.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type CheckInMilestone</c>.</summary>
public sealed class CheckInMilestoneObjectType : ObjectType<CheckInMilestone>
{
    protected override void Configure(IObjectTypeDescriptor<CheckInMilestone> descriptor)
    {
        descriptor.Description("What is reached after so many days. Each member reaches it once.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.Days).Description("After how many days: in a row where the programme is CONTINUOUS, in all where it is CUMULATIVE.");
        descriptor.Field(m => m.Name).Description("What it is called.");
        descriptor.Field(m => m.Points).Description("How many points it gives, beside those of the day.");
    }
}

/// <summary><c>type CheckIn</c>.</summary>
public sealed class CheckInObjectType : ObjectType<CheckIn>
{
    protected override void Configure(IObjectTypeDescriptor<CheckIn> descriptor)
    {
        descriptor.Description("A member was there on a day. There is one for each member and day.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<CheckInNode>(n => CheckInNode.GetCheckInAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id, stable for ever.");
        descriptor.Field(c => c.Day).Description("The day, in the programme's time zone.");
        descriptor.Field(c => c.CheckedAt).Description("When they were there; of a day that was added, when it was.");
        descriptor.Field(c => c.IsMakeUp).Description("Whether the day was added afterwards.");
        descriptor.Field(c => c.Streak).Description("How many days in a row it was, as of then.");
    }
}

/// <summary><c>type CheckInStanding</c>.</summary>
public sealed class CheckInStandingObjectType : ObjectType<CheckInStanding>
{
    protected override void Configure(IObjectTypeDescriptor<CheckInStanding> descriptor)
    {
        descriptor.Description("Where a member stands in a check-in programme.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.TotalDays).Description("How many days in all.");
        descriptor.Field(s => s.LongestStreak).Description("The most days in a row.");
        descriptor.Field(s => s.LastDay).Description("The last day on which they were there.");
        descriptor.Field(s => s.MakeUps).Description("How many days were added afterwards.");
    }
}

/// <summary><c>type CheckInReward</c>.</summary>
public sealed class CheckInRewardObjectType : ObjectType<CheckInReward>
{
    protected override void Configure(IObjectTypeDescriptor<CheckInReward> descriptor)
    {
        descriptor.Description("A member has reached a milestone.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.ReachedAt).Description("When.");
    }
}

/// <summary><c>enum CheckInMode</c>.</summary>
public sealed class CheckInModeEnumType : EnumType<CheckInMode>
{
    protected override void Configure(IEnumTypeDescriptor<CheckInMode> descriptor)
    {
        descriptor.Description("What milestones of a check-in programme count.");
        descriptor.Value(CheckInMode.Continuous).Description("Days in a row: after a day that is left out it begins again. Milestones go by the longest row.");
        descriptor.Value(CheckInMode.Cumulative).Description("All days, in a row or not.");
    }
}
