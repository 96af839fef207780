namespace Headless.Server.Features.Segments;

/// <summary><c>input SegmentFilterInput</c>.</summary>
public sealed class SegmentFilterInput : FilterInputType<Segment>
{
    protected override void Configure(IFilterInputTypeDescriptor<Segment> descriptor)
    {
        descriptor.Description("Conditions on segments; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(s => s.Name).Description("The name.");
        descriptor.Field(s => s.Mode).Description("Whether it follows its condition.");
        descriptor.Field(s => s.CreatedAt).Description("When it was entered here.");
        descriptor.Field(s => s.UpdatedAt).Description("When its definition was last changed here.");
    }
}

/// <summary><c>input SegmentSortInput</c>.</summary>
public sealed class SegmentSortInput : SortInputType<Segment>
{
    protected override void Configure(ISortInputTypeDescriptor<Segment> descriptor)
    {
        descriptor.Description("The order of segments. Segments that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Name).Description("By name.");
        descriptor.Field(s => s.CreatedAt).Description("By time of entry.");
        descriptor.Field(s => s.UpdatedAt).Description("By time of the last change of the definition.");
    }
}
