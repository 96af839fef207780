using FluentValidation;
using Headless.Community.Search;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Titles;

[GraphQLDescription("A title to enter.")]
public sealed record CreateTitleTemplateInput(
    [property: GraphQLDescription("The title, at most 200 characters; unique.")] string Text,
    [property: GraphQLDescription("What makes it found; DEMAND unless given.")] TitleKind? Kind,
    [property: GraphQLDescription("The words that it is to be found by: at most 20 of at most 50 characters, no weak ones.")] IReadOnlyList<string>? Keywords,
    [property: GraphQLDescription("What the content under it is to achieve; anything unless given.")] ContentCategory? Category,
    [property: GraphQLDescription("When and how to use it, at most 1 000 characters.")] string? Note);

[GraphQLDescription("A change of a title. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateTitleTemplateInput(
    [property: ID<TitleTemplate>] [property: GraphQLDescription("The title.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The title.")] Optional<string?> Text,
    [property: GraphQLDescription("What makes it found.")] Optional<TitleKind?> Kind,
    [property: GraphQLDescription("The words that it is to be found by; they take the place of all that it had.")] IReadOnlyList<string>? Keywords,
    [property: GraphQLDescription("What the content under it is to achieve; null: anything.")] Optional<ContentCategory?> Category,
    [property: GraphQLDescription("When and how to use it.")] Optional<string?> Note);

[GraphQLDescription("A title to delete.")]
public sealed record DeleteTitleTemplateInput(
    [property: ID<TitleTemplate>] [property: GraphQLDescription("The title.")] long Id,
    [property: GraphQLDescription("The version that you read; given, it is refused when somebody else has changed it since.")] long? Version);

/// <summary>The rules of <see cref="CreateTitleTemplateInput"/>.</summary>
public sealed class CreateTitleTemplateValidator : AbstractValidator<CreateTitleTemplateInput>
{
    public CreateTitleTemplateValidator()
    {
        RuleFor(i => i.Text).NotEmpty().MaximumLength(TitleTemplate.TextMaxLength).PlainText();
        RuleFor(i => i.Keywords).Keywords();
        RuleForEach(i => i.Keywords).Keyword();
        RuleFor(i => i.Note).MaximumLength(TitleTemplate.NoteMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="UpdateTitleTemplateInput"/>.</summary>
public sealed class UpdateTitleTemplateValidator : AbstractValidator<UpdateTitleTemplateInput>
{
    public UpdateTitleTemplateValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Text.Value).NotEmpty().MaximumLength(TitleTemplate.TextMaxLength).PlainText().When(i => i.Text.HasValue).OverridePropertyName("text");
        RuleFor(i => i.Kind.Value).NotNull().When(i => i.Kind.HasValue).OverridePropertyName("kind");
        RuleFor(i => i.Keywords).Keywords();
        RuleForEach(i => i.Keywords).Keyword();
        RuleFor(i => i.Note.Value).MaximumLength(TitleTemplate.NoteMaxLength).PlainText().OverridePropertyName("note");
    }
}

/// <summary>The rules of <see cref="DeleteTitleTemplateInput"/>.</summary>
public sealed class DeleteTitleTemplateValidator : AbstractValidator<DeleteTitleTemplateInput>
{
    public DeleteTitleTemplateValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Rules that the inputs about titles share, and what makes a title findable.</summary>
internal static class TitleWriting
{
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> Keywords<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) => rule
        .Must(words => words is null || words.Count <= TitleTemplate.MaxKeywords)
        .WithErrorCode("TOO_MANY_KEYWORDS").WithMessage($"Give at most {TitleTemplate.MaxKeywords} keywords.");

    public static IRuleBuilderOptions<T, string> Keyword<T>(this IRuleBuilderInitialCollection<T, string> rule) => rule
        .NotEmpty().MaximumLength(TitleTemplate.KeywordMaxLength).PlainText()
        .Must(word => !word!.Contains('\n', StringComparison.Ordinal)).WithErrorCode("INVALID_TEXT").WithMessage("A keyword is one line.")!;

    /// <summary>Saves the title, and makes it findable by what it says now.</summary>
    public static async Task IndexAsync(this WriteSession session, TitleTemplate title)
    {
        await session.Db.SaveChangesAsync(session.CancellationToken);
        await SearchIndex.PutAsync(session.Db, SearchScope.TitleTemplate, title.Id, title.Tokens(), session.CancellationToken);
    }
}

/// <summary>Enters, changes and deletes titles.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class WriteTitleTemplateMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Enters a title in the library.")]
    public static Task<TitleTemplate> CreateTitleTemplateAsync(CreateTitleTemplateInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.RequireNoneAsync<TitleTemplate>(t => t.Text == input.Text, "The library has this title already.", "text");
                var title = new TitleTemplate { Text = input.Text, Kind = input.Kind ?? TitleKind.Demand, Category = input.Category, Note = input.Note };
                title.SetKeywords(input.Keywords ?? []);
                session.Db.TitleTemplates.Add(title);
                await session.IndexAsync(title);
                session.Record(ActivityKind.TitleCreated, () => new ActivitySubject { Text = title.Text });
                return title;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a title of the library.")]
    public static Task<TitleTemplate> UpdateTitleTemplateAsync(UpdateTitleTemplateInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var title = await session.FindAsync<TitleTemplate>(input.Id, "id");
                session.Expect(title, input.Version);
                var text = input.Text.Or(title.Text)!;
                if (text != title.Text)
                {
                    await session.RequireNoneAsync<TitleTemplate>(t => t.Text == text, "The library has this title already.", "text");
                }

                title.Text = text;
                title.Kind = input.Kind.Or(title.Kind)!.Value;
                title.Category = input.Category.Or(title.Category);
                title.Note = input.Note.Or(title.Note);
                if (input.Keywords is not null)
                {
                    title.SetKeywords(input.Keywords);
                }

                await session.IndexAsync(title);
                session.Record(ActivityKind.TitleUpdated, () => new ActivitySubject { Text = title.Text });
                return title;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Deletes a title from the library.")]
    public static Task<TitleTemplate> DeleteTitleTemplateAsync(DeleteTitleTemplateInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var title = await session.FindAsync<TitleTemplate>(input.Id, "id");
                session.Expect(title, input.Version);
                session.Db.TitleTemplates.Remove(title);
                await SearchIndex.RemoveAsync(session.Db, SearchScope.TitleTemplate, title.Id, session.CancellationToken);
                session.Record(ActivityKind.TitleDeleted, () => new ActivitySubject { Text = title.Text });
                return title;
            },
            cancellationToken);
}
