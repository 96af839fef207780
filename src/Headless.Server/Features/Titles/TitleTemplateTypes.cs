using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Titles;

/// <summary><c>enum TitleKind</c>.</summary>
public sealed class TitleKindEnumType : EnumType<TitleKind>
{
    protected override void Configure(IEnumTypeDescriptor<TitleKind> descriptor)
    {
        descriptor.Description("What makes a title found.");
        descriptor.Value(TitleKind.LongTail).Description("长尾词: what few people ask, and those exactly.");
        descriptor.Value(TitleKind.Demand).Description("需求词: what people need.");
    }
}

/// <summary><c>type TitleTemplate</c>.</summary>
public sealed class TitleTemplateObjectType : ObjectType<TitleTemplate>
{
    protected override void Configure(IObjectTypeDescriptor<TitleTemplate> descriptor)
    {
        descriptor.Description("A title of the title library, which belongs to the whole organisation.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<TitleTemplateNode>(n => TitleTemplateNode.GetTitleTemplateAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id, stable for the life of the title: use it as cache key.");
        descriptor.Field(t => t.Text).Description("The title; unique.");
        descriptor.Field(t => t.Kind).Description("What makes it found.");
        descriptor.Field(t => t.Category).Description("What the content under it is to achieve; null: anything.");
        descriptor.Field(t => t.Note).Description("When and how to use it.");
        descriptor.Field(t => t.CreatedAt).Description("When it was entered here.");
        descriptor.Field(t => t.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(t => t.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary>What a title says of itself.</summary>
[ExtendObjectType<TitleTemplate>]
public sealed class TitleTemplateNode
{
    [GraphQLIgnore]
    public static Task<TitleTemplate?> GetTitleTemplateAsync(long id, ByIdDataLoader<TitleTemplate> titles, CancellationToken cancellationToken) =>
        titles.LoadAsync(id, cancellationToken);

    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("The words that it is to be found by.")]
    public static IReadOnlyList<string> GetKeywords([Parent(nameof(TitleTemplate.KeywordLines))] TitleTemplate title) => title.Keywords;

    [ListSize(AssumedSize = 2)]
    [GraphQLDescription("Words in the title that it can do without: nobody searches for them, and they promise nothing.")]
    public static IReadOnlyList<string> GetWeakWords([Parent(nameof(TitleTemplate.Text))] TitleTemplate title) => WeakWords.In(title.Text);
}

/// <summary><c>input TitleTemplateFilterInput</c>.</summary>
public sealed class TitleTemplateFilterInput : FilterInputType<TitleTemplate>
{
    protected override void Configure(IFilterInputTypeDescriptor<TitleTemplate> descriptor)
    {
        descriptor.Description("Conditions on titles; all that are given must hold. By words: titleSearch.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(t => t.Text).Description("The title.");
        descriptor.Field(t => t.Kind).Description("What makes it found.");
        descriptor.Field(t => t.Category).Description("What the content under it is to achieve.");
        descriptor.Field(t => t.CreatedAt).Description("When it was entered here.");
        descriptor.Field(t => t.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input TitleTemplateSortInput</c>.</summary>
public sealed class TitleTemplateSortInput : SortInputType<TitleTemplate>
{
    protected override void Configure(ISortInputTypeDescriptor<TitleTemplate> descriptor)
    {
        descriptor.Description("The order of titles. Titles that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Text).Description("By the title.");
        descriptor.Field(t => t.Kind).Description("By what makes them found.");
        descriptor.Field(t => t.CreatedAt).Description("By time of entry.");
        descriptor.Field(t => t.UpdatedAt).Description("By time of the last change.");
    }
}
