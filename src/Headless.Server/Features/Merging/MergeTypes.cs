using Headless.Community.Merging;
using Headless.Server.Access;

namespace Headless.Server.Features.Merging;

/// <summary><c>type MemberMerge</c>.</summary>
public sealed class MemberMergeObjectType : ObjectType<MemberMerge>
{
    protected override void Configure(IObjectTypeDescriptor<MemberMerge> descriptor)
    {
        descriptor.Description("Two records of one person became one. The loser keeps its id and leads to the winner by mergedInto.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(m => m.Id).ResolveNodeWith<MemberMergeNode>(n => MemberMergeNode.GetMemberMergeAsync(default, default!, default));
        descriptor.Field(m => m.Id).Description("The global id.");
        descriptor.Field(m => m.MergedAt).Description("When.");
        descriptor.Field(m => m.Reason).Authorize(Policies.ReadPersonalData).Description("How it is known that they are one person. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(m => m.UnmergedAt).Description("When it was undone; null while it holds.");
        descriptor.Field(m => m.IsFinal).Description("Whether it can no longer be undone: the person has been erased.");
        descriptor.Field(m => m.CreatedAt).Description("When it was entered here.");
        descriptor.Field(m => m.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(m => m.Version).Description("Goes up with every change.");
    }
}

/// <summary><c>type MergeConflict</c>.</summary>
public sealed class MergeConflictObjectType : ObjectType<MergeConflict>
{
    protected override void Configure(IObjectTypeDescriptor<MergeConflict> descriptor)
    {
        descriptor.Description("Something that two records disagree about and a merge has to decide.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Key).Description("Names it in the resolutions of mergeMembers.");
        descriptor.Field(c => c.Kind).Description("What kind of thing it is.");
        descriptor.Field(c => c.Subject).Description("What it is, for a person: a field, an attribute's key, a group's name.");
        descriptor.Field(c => c.WinnerValue).Description("What the winner has, for a person.");
        descriptor.Field(c => c.LoserValue).Description("What the loser has, for a person.");
        descriptor.Field(c => c.Proposal).Description("What is proposed.");
        descriptor.Field(c => c.Choices).Description("What can be chosen.");
    }
}

/// <summary><c>enum MergeChoice</c>.</summary>
public sealed class MergeChoiceEnumType : EnumType<MergeChoice>
{
    protected override void Configure(IEnumTypeDescriptor<MergeChoice> descriptor)
    {
        descriptor.Description("Which of two values a merge keeps.");
        descriptor.Value(MergeChoice.Winner).Description("The winner's.");
        descriptor.Value(MergeChoice.Loser).Description("The loser's.");
        descriptor.Value(MergeChoice.Unite).Description("Of stays that overlap: one, from the first beginning to the last end.");
    }
}

/// <summary><c>enum MergeConflictKind</c>.</summary>
public sealed class MergeConflictKindEnumType : EnumType<MergeConflictKind>
{
    protected override void Configure(IEnumTypeDescriptor<MergeConflictKind> descriptor)
    {
        descriptor.Description("What two records disagree about.");
        descriptor.Value(MergeConflictKind.Field).Description("A field of the member; proposed: the winner's.");
        descriptor.Value(MergeConflictKind.Tier).Description("The tier; proposed: the higher one.");
        descriptor.Value(MergeConflictKind.Attribute).Description("The value of an attribute; proposed: the one that was set last.");
        descriptor.Value(MergeConflictKind.ContactPreference).Description("Whether they want to be contacted on a channel for a purpose; proposed: the refusal.");
        descriptor.Value(MergeConflictKind.ExclusiveTag).Description("Tags of a group that allows one at a time; proposed: the one that was added last.");
        descriptor.Value(MergeConflictKind.Stay).Description("Stays in one group that overlap; proposed: one stay out of them.");
        descriptor.Value(MergeConflictKind.PrimaryIdentity).Description("The account to reach them by; proposed: the winner's.");
    }
}
