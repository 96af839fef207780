using Headless.Server.Features.Groups;

namespace Headless.Server.Features.RuleSets;

/// <summary><c>input RuleSetFilterInput</c>.</summary>
public sealed class RuleSetFilterInput : FilterInputType<RuleSet>
{
    protected override void Configure(IFilterInputTypeDescriptor<RuleSet> descriptor)
    {
        descriptor.Description("Conditions on rule sets; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(s => s.Name).Description("The name.");
        descriptor.Field(s => s.CreatedAt).Description("When it was entered here.");
        descriptor.Field(s => s.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(s => s.Attachments).Type<ListFilterInputType<RuleSetAttachmentFilterInput>>().Description("Where its rules hold or held.");
    }
}

/// <summary><c>input RuleSetSortInput</c>.</summary>
public sealed class RuleSetSortInput : SortInputType<RuleSet>
{
    protected override void Configure(ISortInputTypeDescriptor<RuleSet> descriptor)
    {
        descriptor.Description("The order of rule sets. Sets that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Name).Description("By name.");
        descriptor.Field(s => s.CreatedAt).Description("By time of entry.");
        descriptor.Field(s => s.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input RuleSetVersionFilterInput</c>.</summary>
public sealed class RuleSetVersionFilterInput : FilterInputType<RuleSetVersion>
{
    protected override void Configure(IFilterInputTypeDescriptor<RuleSetVersion> descriptor)
    {
        descriptor.Description("Conditions on versions of a rule set; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Number).Description("The number.");
        descriptor.Field(v => v.Status).Description("Whether it is a draft.");
        descriptor.Field(v => v.PublishedAt).Description("Since when it is in force.");
    }
}

/// <summary><c>input RuleSetVersionSortInput</c>.</summary>
public sealed class RuleSetVersionSortInput : SortInputType<RuleSetVersion>
{
    protected override void Configure(ISortInputTypeDescriptor<RuleSetVersion> descriptor)
    {
        descriptor.Description("The order of versions of a rule set.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Number).Description("By number.");
        descriptor.Field(v => v.PublishedAt).Description("By time of publication.");
    }
}

/// <summary><c>input RuleFilterInput</c>.</summary>
public sealed class RuleFilterInput : FilterInputType<Rule>
{
    protected override void Configure(IFilterInputTypeDescriptor<Rule> descriptor)
    {
        descriptor.Description("Conditions on rules; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Kind).Description("What it is about.");
        descriptor.Field(r => r.Severity).Description("What breaking it leads to.");
        descriptor.Field(r => r.IsAutomatic).Description("Whether it needs no decision.");
    }
}

/// <summary><c>input RuleSortInput</c>.</summary>
public sealed class RuleSortInput : SortInputType<Rule>
{
    protected override void Configure(ISortInputTypeDescriptor<Rule> descriptor)
    {
        descriptor.Description("The order of rules.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Position).Description("As members read them.");
    }
}

/// <summary><c>input RuleSetAttachmentFilterInput</c>.</summary>
public sealed class RuleSetAttachmentFilterInput : FilterInputType<RuleSetAttachment>
{
    protected override void Configure(IFilterInputTypeDescriptor<RuleSetAttachment> descriptor)
    {
        descriptor.Description("Conditions on where rules hold; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Since).Description("Since when.");
        descriptor.Field(a => a.Until).Description("Until when; null while they hold.");
        descriptor.Field(a => a.Group).Type<GroupFilterInput>().Description("The group.");
    }
}

/// <summary><c>input RuleSetAttachmentSortInput</c>.</summary>
public sealed class RuleSetAttachmentSortInput : SortInputType<RuleSetAttachment>
{
    protected override void Configure(ISortInputTypeDescriptor<RuleSetAttachment> descriptor)
    {
        descriptor.Description("The order of where rules hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Since).Description("By beginning.");
        descriptor.Field(a => a.Until).Description("By end.");
    }
}
