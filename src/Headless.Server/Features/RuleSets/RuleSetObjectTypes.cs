namespace Headless.Server.Features.RuleSets;

/// <summary><c>type RuleSet</c>.</summary>
public sealed class RuleSetObjectType : ObjectType<RuleSet>
{
    protected override void Configure(IObjectTypeDescriptor<RuleSet> descriptor)
    {
        descriptor.Description("The rules of groups, in versions, so that a violation points to the words that were in force.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(s => s.Id).ResolveNodeWith<RuleSetNode>(n => RuleSetNode.GetRuleSetAsync(default, default!, default));
        descriptor.Field(s => s.Id).Description("The global id, stable for the life of the rule set: use it as cache key.");
        descriptor.Field(s => s.Name).Description("The name; unique.");
        descriptor.Field(s => s.Description).Description("What it is for, for staff.");
        descriptor.Field(s => s.CreatedAt).Description("When it was entered here.");
        descriptor.Field(s => s.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(s => s.Version).Description("Goes up with every change of name or description.");
    }
}

/// <summary><c>type RuleSetVersion</c>.</summary>
public sealed class RuleSetVersionObjectType : ObjectType<RuleSetVersion>
{
    protected override void Configure(IObjectTypeDescriptor<RuleSetVersion> descriptor)
    {
        descriptor.Description("One wording of a rule set: a draft, or published and for good as it is.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(v => v.Id).ResolveNodeWith<RuleSetVersionNode>(n => RuleSetVersionNode.GetRuleSetVersionAsync(default, default!, default));
        descriptor.Field(v => v.Id).Description("The global id.");
        descriptor.Field(v => v.Number).Description("1 for the first.");
        descriptor.Field(v => v.Status).Description("Whether it is a draft.");
        descriptor.Field(v => v.Introduction).Description("What members read before the rules.");
        descriptor.Field(v => v.PublishedAt).Description("Since when it is in force, until that of the next version; null for a draft.");
        descriptor.Field(v => v.CreatedAt).Description("When it was begun.");
        descriptor.Field(v => v.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(v => v.Version).Description("Goes up with every change. Send it back with draftRuleSet or publishRuleSet to be told when somebody else was faster.");
    }
}

/// <summary><c>type Rule</c>.</summary>
public sealed class RuleObjectType : ObjectType<Rule>
{
    protected override void Configure(IObjectTypeDescriptor<Rule> descriptor)
    {
        descriptor.Description("One rule of a version.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<RuleNode>(n => RuleNode.GetRuleAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id.");
        descriptor.Field(r => r.Kind).Description("What it is about.");
        descriptor.Field(r => r.Severity).Description("What breaking it leads to.");
        descriptor.Field(r => r.Position).Description("Its place among the rules, from 0.");
        descriptor.Field(r => r.Text).Description("What members read.");
        descriptor.Field(r => r.IsAutomatic).Description("Whether what is found is a violation without anybody's decision.");
        descriptor.Field(r => r.WatchesStaff).Description("Whether accounts that staff or a machine control are watched, too.");
        descriptor.Field(r => r.Pattern).Description("A regular expression that a text of a violation matches; null: none.");
        descriptor.Field(r => r.ContentTypes).ParentRequires(nameof(Rule.ContentTypeFlags)).Description("FORBIDDEN_CONTENT: what does not belong there; empty for the others.");
    }
}

/// <summary><c>type RuleSetAttachment</c>.</summary>
public sealed class RuleSetAttachmentObjectType : ObjectType<RuleSetAttachment>
{
    protected override void Configure(IObjectTypeDescriptor<RuleSetAttachment> descriptor)
    {
        descriptor.Description("That the rules of a set hold in a group.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Since).Description("Since when.");
        descriptor.Field(a => a.Until).Description("Until when; null while they hold.");
    }
}
