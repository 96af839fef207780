using Headless.Server.Access;

namespace Headless.Server.Features.CallLists;

/// <summary><c>type CallList</c>.</summary>
public sealed class CallListObjectType : ObjectType<CallList>
{
    protected override void Configure(IObjectTypeDescriptor<CallList> descriptor)
    {
        descriptor.Description("Members to be called for one purpose, shared out among callers by region, in rounds.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(l => l.Id).ResolveNodeWith<CallListNode>(n => CallListNode.GetCallListAsync(default, default!, default));
        descriptor.Field(l => l.Id).Description("The global id, stable for the life of the list: use it as cache key.");
        descriptor.Field(l => l.Name).Description("What it is called.");
        descriptor.Field(l => l.Script).Description("What callers should say and ask.");
        descriptor.Field(l => l.Status).Description("Whether it is worked on.");
        descriptor.Field(l => l.Round).Description("The round that is being called, from 1.");
        descriptor.Field(l => l.ClosedAt).Description("When it was closed; null while it is open.");
        descriptor.Field(l => l.CreatedAt).Description("When it was made.");
        descriptor.Field(l => l.UpdatedAt).Description("When it was last changed; recording a call does not change it.");
        descriptor.Field(l => l.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type CallRule</c>.</summary>
public sealed class CallRuleObjectType : ObjectType<CallRule>
{
    protected override void Configure(IObjectTypeDescriptor<CallRule> descriptor)
    {
        descriptor.Description("One line of a call list's partition. Several lines of one region share it evenly.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Region).Description("The region as members have it; null: every region without a line of its own, and members without a region.");
    }
}

/// <summary><c>type CallEntry</c>.</summary>
public sealed class CallEntryObjectType : ObjectType<CallEntry>
{
    protected override void Configure(IObjectTypeDescriptor<CallEntry> descriptor)
    {
        descriptor.Description("One member in one round of a call list: who is to call them, and what came of it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(e => e.Id).ResolveNodeWith<CallEntryNode>(n => CallEntryNode.GetCallEntryAsync(default, default!, default));
        descriptor.Field(e => e.Id).Description("The global id, stable for the life of the entry: use it as cache key.");
        descriptor.Field(e => e.Round).Description("The round, from 1.");
        descriptor.Field(e => e.Region).Description("The member's region when they were put on the list.");
        descriptor.Field(e => e.Status).Description("What has come of it.");
        descriptor.Field(e => e.SkipReason).Description("SKIPPED: why they are not to be called.");
        descriptor.Field(e => e.AttemptCount).Description("How often they were called in this round.");
        descriptor.Field(e => e.LastAttemptAt).Description("When they were last called in this round; null before the first time.");
        descriptor.Field(e => e.NextCallAt).Description("When to call again; null: any time.");
        descriptor.Field(e => e.CreatedAt).Description("When they were put on the list.");
        descriptor.Field(e => e.UpdatedAt).Description("When the entry was last changed.");
        descriptor.Field(e => e.Version).Description("Goes up with every change. Send it back with recordCall to be told when somebody else was faster.");
    }
}

/// <summary><c>type CallAttempt</c>.</summary>
public sealed class CallAttemptObjectType : ObjectType<CallAttempt>
{
    protected override void Configure(IObjectTypeDescriptor<CallAttempt> descriptor)
    {
        descriptor.Description("One call. It is never changed.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(a => a.Id).ResolveNodeWith<CallAttemptNode>(n => CallAttemptNode.GetCallAttemptAsync(default, default!, default));
        descriptor.Field(a => a.Id).Description("The global id.");
        descriptor.Field(a => a.Outcome).Description("What came of it.");
        descriptor.Field(a => a.CalledAt).Description("When it was made.");
        descriptor.Field(a => a.Note).Authorize(Policies.ReadPersonalData).Description("What was said. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(a => a.NextCallAt).Description("When to call again, as it was decided then.");
        descriptor.Field(a => a.CreatedAt).Description("When it was recorded here.");
    }
}
