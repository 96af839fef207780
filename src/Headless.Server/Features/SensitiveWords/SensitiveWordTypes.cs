using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.SensitiveWords;

/// <summary><c>type SensitiveWordList</c>.</summary>
public sealed class SensitiveWordListObjectType : ObjectType<SensitiveWordList>
{
    protected override void Configure(IObjectTypeDescriptor<SensitiveWordList> descriptor)
    {
        descriptor.Description("Words that rules look for in every message. Width (全角, 半角) and case never count.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(l => l.Id).ResolveNodeWith<SensitiveWordListNode>(n => SensitiveWordListNode.GetSensitiveWordListAsync(default, default!, default));
        descriptor.Field(l => l.Id).Description("The global id, stable for the life of the list: use it as cache key.");
        descriptor.Field(l => l.Name).Description("The name; unique.");
        descriptor.Field(l => l.Description).Description("What it is for, for staff.");
        descriptor.Field(l => l.IgnoresSeparators).Description("Whether a word is also found with spaces, dots or dashes between its characters: 赌 博, 赌-博.");
        descriptor.Field(l => l.WholeWords).Description("Whether a word in letters of an alphabet counts only where no letter or digit adjoins it: \"ass\" is not in \"class\".");
        descriptor.Field(l => l.WordCount).Description("How many words it has.");
        descriptor.Field(l => l.Revision).Description("Goes up whenever words come or go.");
        descriptor.Field(l => l.CreatedAt).Description("When it was entered here.");
        descriptor.Field(l => l.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(l => l.Version).Description("Goes up with every change.");
    }
}

/// <summary><c>type SensitiveWord</c>.</summary>
public sealed class SensitiveWordObjectType : ObjectType<SensitiveWord>
{
    protected override void Configure(IObjectTypeDescriptor<SensitiveWord> descriptor)
    {
        descriptor.Description("A word of a list.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(w => w.Text).Description("As it was entered.");
        descriptor.Field(w => w.Folded).Description("As it is compared; unique in its list.");
        descriptor.Field(w => w.CreatedAt).Description("When it was entered here.");
    }
}

/// <summary><c>input SensitiveWordListFilterInput</c>.</summary>
public sealed class SensitiveWordListFilterInput : FilterInputType<SensitiveWordList>
{
    protected override void Configure(IFilterInputTypeDescriptor<SensitiveWordList> descriptor)
    {
        descriptor.Description("Conditions on word lists; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(l => l.Name).Description("The name.");
        descriptor.Field(l => l.CreatedAt).Description("When it was entered here.");
        descriptor.Field(l => l.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input SensitiveWordListSortInput</c>.</summary>
public sealed class SensitiveWordListSortInput : SortInputType<SensitiveWordList>
{
    protected override void Configure(ISortInputTypeDescriptor<SensitiveWordList> descriptor)
    {
        descriptor.Description("The order of word lists. Lists that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Name).Description("By name.");
        descriptor.Field(l => l.CreatedAt).Description("By time of entry.");
        descriptor.Field(l => l.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input SensitiveWordFilterInput</c>.</summary>
public sealed class SensitiveWordFilterInput : FilterInputType<SensitiveWord>
{
    protected override void Configure(IFilterInputTypeDescriptor<SensitiveWord> descriptor)
    {
        descriptor.Description("Conditions on words; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(w => w.Text).Description("As it was entered.");
    }
}

/// <summary><c>input SensitiveWordSortInput</c>.</summary>
public sealed class SensitiveWordSortInput : SortInputType<SensitiveWord>
{
    protected override void Configure(ISortInputTypeDescriptor<SensitiveWord> descriptor)
    {
        descriptor.Description("The order of words.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(w => w.Text).Description("By the word.");
    }
}

/// <summary>What a word list leads to.</summary>
[ExtendObjectType<SensitiveWordList>]
public sealed class SensitiveWordListNode
{
    [GraphQLIgnore]
    public static Task<SensitiveWordList?> GetSensitiveWordListAsync(long id, ByIdDataLoader<SensitiveWordList> lists, CancellationToken cancellationToken) =>
        lists.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<SensitiveWordFilterInput>]
    [UseSorting<SensitiveWordSortInput>]
    [GraphQLDescription("Its words.")]
    public static IQueryable<SensitiveWord> GetWords([Parent(nameof(SensitiveWordList.Id))] SensitiveWordList list, CommunityDbContext db) =>
        db.SensitiveWords.Where(w => w.SensitiveWordListId == list.Id);
}

/// <summary>Word lists as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class SensitiveWordListQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<SensitiveWordListFilterInput>]
    [UseSorting<SensitiveWordListSortInput>]
    [GraphQLDescription("The lists of sensitive words of the whole organisation.")]
    public static IQueryable<SensitiveWordList> GetSensitiveWordLists(CommunityDbContext db) => db.SensitiveWordLists;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One list of sensitive words; null where there is none.")]
    public static Task<SensitiveWordList?> GetSensitiveWordListByIdAsync(
        [ID<SensitiveWordList>] [GraphQLDescription("The list's global id.")] long id,
        ByIdDataLoader<SensitiveWordList> lists,
        CancellationToken cancellationToken) => lists.LoadAsync(id, cancellationToken);
}
