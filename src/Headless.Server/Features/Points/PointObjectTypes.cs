using Headless.Server.Access;

namespace Headless.Server.Features.Points;

/// <summary><c>type PointProgram</c>.</summary>
public sealed class PointProgramObjectType : ObjectType<PointProgram>
{
    protected override void Configure(IObjectTypeDescriptor<PointProgram> descriptor)
    {
        descriptor.Description("A kind of points that members earn and redeem. The points of different programmes are never added up.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<PointProgramNode>(n => PointProgramNode.GetPointProgramAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id, stable for the life of the programme: use it as cache key.");
        descriptor.Field(p => p.Name).Description("The name; unique.");
        descriptor.Field(p => p.Unit).Description("What one point is called.");
        descriptor.Field(p => p.AllowsNegative).Description("Whether a member may owe points: a balance may fall below zero.");
        descriptor.Field(p => p.ExpiresAfterDays).Description("After how many days points that were earned are void; null: never. What expires first is redeemed first.");
        descriptor.Field(p => p.TimeZone).Description("The IANA id of the zone whose days caps count by.");
        descriptor.Field(p => p.IsRetired).Description("Whether nothing is earned any more; what members have can be redeemed.");
        descriptor.Field(p => p.CreatedAt).Description("When it was made.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(p => p.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type PointBalance</c>.</summary>
public sealed class PointBalanceObjectType : ObjectType<PointBalance>
{
    protected override void Configure(IObjectTypeDescriptor<PointBalance> descriptor)
    {
        descriptor.Description("How many points a member has in a programme: the sum of their ledger.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Balance).Description("How many; below zero: owed.");
        descriptor.Field(b => b.NextExpiryAt).Description("When points that they earned reach their last moment next, redeemed or not; null: none do.");
    }
}

/// <summary><c>type PointEntry</c>.</summary>
public sealed class PointEntryObjectType : ObjectType<PointEntry>
{
    protected override void Configure(IObjectTypeDescriptor<PointEntry> descriptor)
    {
        descriptor.Description("One line of a member's ledger. It never changes: what was wrong is taken back by another line.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(e => e.Id).ResolveNodeWith<PointEntryNode>(n => PointEntryNode.GetPointEntryAsync(default, default!, default));
        descriptor.Field(e => e.Id).Description("The global id, stable for ever.");
        descriptor.Field(e => e.Kind).Description("Why points moved.");
        descriptor.Field(e => e.Points).Description("How many came in; below zero: went out.");
        descriptor.Field(e => e.BalanceAfter).Description("How many the member had then, with this line.");
        descriptor.Field(e => e.OccurredAt).Description("When.");
        descriptor.Field(e => e.Day).Description("The day in the programme's time zone.");
        descriptor.Field(e => e.ExpiresAt).Description("When what came in is void unless it was redeemed; null: never.");
        descriptor.Field(e => e.Note).Authorize(Policies.ReadPersonalData).Description("What for, for a person. Personal data: needs READ_PERSONAL_DATA.");
    }
}

/// <summary><c>enum PointEntryKind</c>.</summary>
public sealed class PointEntryKindEnumType : EnumType<PointEntryKind>
{
    protected override void Configure(IEnumTypeDescriptor<PointEntryKind> descriptor)
    {
        descriptor.Description("Why points moved.");
        descriptor.Value(PointEntryKind.Earned).Description("By a rule, for something that the member did.");
        descriptor.Value(PointEntryKind.Granted).Description("Given by somebody.");
        descriptor.Value(PointEntryKind.CheckIn).Description("For checking in, or for a milestone of it.");
        descriptor.Value(PointEntryKind.Redeemed).Description("The member redeemed them.");
        descriptor.Value(PointEntryKind.Expired).Description("They were not redeemed in time.");
        descriptor.Value(PointEntryKind.Reversed).Description("Another line is taken back.");
    }
}

/// <summary><c>type EarningRule</c>.</summary>
public sealed class EarningRuleObjectType : ObjectType<EarningRule>
{
    protected override void Configure(IObjectTypeDescriptor<EarningRule> descriptor)
    {
        descriptor.Description("Members earn points for what they do, from the moment on at which the rule was made. Accounts that staff control earn nothing.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<EarningRuleNode>(n => EarningRuleNode.GetEarningRuleAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id, stable for the life of the rule: use it as cache key.");
        descriptor.Field(r => r.Name).Description("What it is called.");
        descriptor.Field(r => r.ActivityKind).Description("What they have to do. Of messages only those count that are effective.");
        descriptor.Field(r => r.Points).Description("How many points for each; for orders with perAmount: for each of that amount.");
        descriptor.Field(r => r.DailyCap).Description("The most that a member earns by it on a day; null: no limit.");
        descriptor.Field(r => r.IsEverywhere).Description("Whether it does not matter in which group; otherwise groups has those that count.");
        descriptor.Field(r => r.IsActive).Description("Whether it holds now.");
        descriptor.Field(r => r.CreatedAt).Description("When it was made.");
        descriptor.Field(r => r.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}
