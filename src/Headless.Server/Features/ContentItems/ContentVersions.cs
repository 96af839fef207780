using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.ContentItems;

/// <summary><c>type ContentItemVersion</c>.</summary>
public sealed class ContentItemVersionObjectType : ObjectType<ContentItemVersion>
{
    protected override void Configure(IObjectTypeDescriptor<ContentItemVersion> descriptor)
    {
        descriptor.Description("A text that a content item has or had.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Number).Description("1 for the first text of the item.");
        descriptor.Field(v => v.Title).Description("The title.");
        descriptor.Field(v => v.Body).Description("The text.");
        descriptor.Field(v => v.WrittenAt).Description("When it was written.");
    }
}

/// <summary>What a version leads to.</summary>
[ExtendObjectType<ContentItemVersion>]
public sealed class ContentItemVersionNode
{
    [Cost(1)]
    [GraphQLDescription("Who wrote it.")]
    public static Task<Operator?> GetWrittenByAsync(
        [Parent(nameof(ContentItemVersion.WrittenById))] ContentItemVersion version, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(version.WrittenById, cancellationToken);
}

[GraphQLDescription("How finely two texts are compared.")]
public enum TextDifferenceUnit
{
    Line = 1,
    Word = 2,
}

/// <summary><c>enum TextDifferenceUnit</c>.</summary>
public sealed class TextDifferenceUnitEnumType : EnumType<TextDifferenceUnit>
{
    protected override void Configure(IEnumTypeDescriptor<TextDifferenceUnit> descriptor)
    {
        descriptor.Description("How finely two texts are compared.");
        descriptor.Value(TextDifferenceUnit.Line).Description("By whole lines.");
        descriptor.Value(TextDifferenceUnit.Word).Description("By words within the lines that differ; a Chinese character is a word.");
    }
}

[GraphQLDescription("What became of a text from one version to another.")]
public sealed record ContentDifference(
    [property: GraphQLDescription("The number of the earlier version.")] int From,
    [property: GraphQLDescription("The number of the later version.")] int To,
    [property: ListSize(AssumedSize = 5)] [property: GraphQLDescription("The title: put together without what was inserted it is the earlier one, without what was deleted the later one.")] IReadOnlyList<TextChange> Title,
    [property: ListSize(AssumedSize = 50)] [property: GraphQLDescription("The text, the same way.")] IReadOnlyList<TextChange> Body);

/// <summary><c>type TextChange</c>.</summary>
public sealed class TextChangeObjectType : ObjectType<TextChange>
{
    protected override void Configure(IObjectTypeDescriptor<TextChange> descriptor)
    {
        descriptor.Description("A run of text that is in both versions or in one.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Kind).Description("In which.");
        descriptor.Field(c => c.Text).Description("The run, with its line ends.");
    }
}

/// <summary>Compares the texts of an item.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ContentDifferenceQuery
{
    [Authorize(Policies.Read)]
    [GraphQLDescription("Compares two texts of an item. Null where the item or one of the versions does not exist.")]
    public static async Task<ContentDifference?> GetContentDifferenceAsync(
        CommunityDbContext db,
        [ID<ContentItem>] [GraphQLDescription("The item.")] long id,
        [GraphQLDescription("The number of the earlier version.")] int from,
        [GraphQLDescription("The number of the later version; the present one unless given.")] int? to,
        [GraphQLDescription("How finely; WORD unless given.")] TextDifferenceUnit? unit,
        CancellationToken cancellationToken)
    {
        var later = to ?? await db.ContentItemVersions.Where(v => v.ContentItemId == id).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;
        var texts = await db.ContentItemVersions.AsNoTracking()
            .Where(v => v.ContentItemId == id && (v.Number == from || v.Number == later))
            .ToDictionaryAsync(v => v.Number, cancellationToken);
        if (!texts.TryGetValue(from, out var before) || !texts.TryGetValue(later, out var after))
        {
            return null;
        }

        var byWord = unit != TextDifferenceUnit.Line;
        return new ContentDifference(
            from, later, TextDifference.Compare(before.Title, after.Title, byWord), TextDifference.Compare(before.Body, after.Body, byWord));
    }
}
