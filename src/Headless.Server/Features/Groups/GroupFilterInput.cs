using Headless.Server.Features.Alerts;

namespace Headless.Server.Features.Groups;

/// <summary><c>input GroupFilterInput</c>: every field here has an index or is cheap within one.</summary>
public sealed class GroupFilterInput : FilterInputType<Group>
{
    protected override void Configure(IFilterInputTypeDescriptor<Group> descriptor)
    {
        descriptor.Description("Conditions on groups; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(g => g.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(g => g.Platform).Description("The chat platform.");
        descriptor.Field(g => g.ExternalId).Description("The id on the platform.");
        descriptor.Field(g => g.Name).Description("The name.");
        descriptor.Field(g => g.Type).Description("The kind of group.");
        descriptor.Field(g => g.BusinessModel).Description("What the community is to the product.");
        descriptor.Field(g => g.Phase).Description("The stage of life.");
        descriptor.Field(g => g.Status).Description("Whether it runs.");
        descriptor.Field(g => g.Capacity).Description("How many accounts it may have, where that was said.");
        descriptor.Field(g => g.City).Description("The city that it is for.");
        descriptor.Field(g => g.Topic).Description("The topic that it is about.");
        descriptor.Field(g => g.IsOnBrand).Description("Whether it looks as its series says; eq: null for groups in no series.");
        descriptor.Field(g => g.LineageDepth).Description("How many replications lie between it and the beginning of its lineage.");
        descriptor.Field(g => g.SeriesNumber).Description("Its number in its series.");
        descriptor.Field(g => g.Alerts).Type<ListFilterInputType<AlertFilterInput>>().Description("The alerts that hang on it: some: { resolvedAt: { eq: null } } for groups that need attention.");
        descriptor.Field(g => g.Series).Type<GroupSeriesFilterInput>().Description("The series that it is one of.");
        descriptor.Field(g => g.OpensAt).Description("When it opens or opened.");
        descriptor.Field(g => g.ClosesAt).Description("When it closes or closed.");
        descriptor.Field(g => g.CreatedAt).Description("When it was entered here.");
        descriptor.Field(g => g.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input GroupSortInput</c>.</summary>
public sealed class GroupSortInput : SortInputType<Group>
{
    protected override void Configure(ISortInputTypeDescriptor<Group> descriptor)
    {
        descriptor.Description("The order of groups. Groups that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(g => g.Name).Description("By name.");
        descriptor.Field(g => g.Type).Description("By kind.");
        descriptor.Field(g => g.Status).Description("By status.");
        descriptor.Field(g => g.Phase).Description("By phase.");
        descriptor.Field(g => g.OpensAt).Description("By time of opening.");
        descriptor.Field(g => g.ClosesAt).Description("By time of closing.");
        descriptor.Field(g => g.City).Description("By city.");
        descriptor.Field(g => g.Topic).Description("By topic.");
        descriptor.Field(g => g.SeriesNumber).Description("By number in the series.");
        descriptor.Field(g => g.LineageDepth).Description("By replications since the beginning of the lineage.");
        descriptor.Field(g => g.CreatedAt).Description("By time of entry.");
        descriptor.Field(g => g.UpdatedAt).Description("By time of the last change.");
    }
}
