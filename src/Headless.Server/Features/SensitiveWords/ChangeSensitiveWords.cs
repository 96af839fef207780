using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.SensitiveWords;

[GraphQLDescription("A list of sensitive words to enter. How words are compared cannot be changed afterwards.")]
public sealed record CreateSensitiveWordListInput(
    [property: GraphQLDescription("The name; unique.")] string Name,
    [property: GraphQLDescription("What it is for, for staff.")] string? Description,
    [property: GraphQLDescription("Whether a word is also found with spaces, dots or dashes between its characters; false unless given.")] bool? IgnoresSeparators,
    [property: GraphQLDescription("Whether a word in letters of an alphabet counts only where no letter or digit adjoins it; false unless given.")] bool? WholeWords);

[GraphQLDescription("Words for a list.")]
public sealed record AddSensitiveWordsInput(
    [property: ID<SensitiveWordList>] [property: GraphQLDescription("The list.")] long ListId,
    [property: GraphQLDescription("The words, 1 to 1 000 of at most 64 characters; importSensitiveWords takes more.")] IReadOnlyList<string> Words);

[GraphQLDescription("Words for a list, as a text.")]
public sealed record ImportSensitiveWordsInput(
    [property: ID<SensitiveWordList>] [property: GraphQLDescription("The list.")] long ListId,
    [property: GraphQLDescription("One word on each line, at most 500 000 characters. Empty lines, and lines that begin with #, are passed over.")] string Text);

[GraphQLDescription("Words to take out of a list.")]
public sealed record RemoveSensitiveWordsInput(
    [property: ID<SensitiveWordList>] [property: GraphQLDescription("The list.")] long ListId,
    [property: GraphQLDescription("The words, 1 to 1 000, in any width and case.")] IReadOnlyList<string> Words);

/// <summary>The rules of <see cref="CreateSensitiveWordListInput"/>.</summary>
public sealed class CreateSensitiveWordListValidator : AbstractValidator<CreateSensitiveWordListInput>
{
    public CreateSensitiveWordListValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(SensitiveWordList.NameMaxLength).PlainText();
        RuleFor(i => i.Description).MaximumLength(SensitiveWordList.DescriptionMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="AddSensitiveWordsInput"/>; each word is judged by itself.</summary>
public sealed class AddSensitiveWordsValidator : AbstractValidator<AddSensitiveWordsInput>
{
    internal const int MaxWords = 1_000;

    public AddSensitiveWordsValidator() => RuleFor(i => i.Words).Must(words => words.Count is > 0 and <= MaxWords)
        .WithErrorCode("INVALID_COUNT").WithMessage($"'{{PropertyName}}' takes 1 to {MaxWords} words.");
}

/// <summary>The rules of <see cref="ImportSensitiveWordsInput"/>; each word is judged by itself.</summary>
public sealed class ImportSensitiveWordsValidator : AbstractValidator<ImportSensitiveWordsInput>
{
    private const int MaxLength = 500_000;

    public ImportSensitiveWordsValidator() => RuleFor(i => i.Text).NotEmpty().MaximumLength(MaxLength);
}

/// <summary>The rules of <see cref="RemoveSensitiveWordsInput"/>.</summary>
public sealed class RemoveSensitiveWordsValidator : AbstractValidator<RemoveSensitiveWordsInput>
{
    public RemoveSensitiveWordsValidator() => RuleFor(i => i.Words).Must(words => words.Count is > 0 and <= AddSensitiveWordsValidator.MaxWords)
        .WithErrorCode("INVALID_COUNT").WithMessage($"'{{PropertyName}}' takes 1 to {AddSensitiveWordsValidator.MaxWords} words.");
}

[GraphQLDescription("What became of words. One that is refused does not keep the others out.")]
public sealed record SensitiveWordsChange(
    [property: GraphQLIgnore] SensitiveWordList ListRow,
    [property: GraphQLDescription("How many were added.")] int Added,
    [property: GraphQLDescription("How many were taken out.")] int Removed,
    [property: GraphQLDescription("How many changed nothing: they were there already, came twice, or, to be taken out, were not there.")] int Unchanged,
    [property: GraphQLDescription("Those that were refused, at most the first 100.")] IReadOnlyList<RejectedWord> Rejected)
{
    [GraphQLDescription("The list.")]
    public SensitiveWordList List => ListRow;
}

[GraphQLDescription("A word that was refused.")]
public sealed record RejectedWord(
    [property: GraphQLDescription("Its place among the words, or its line in the text, from 0.")] int Index,
    [property: GraphQLDescription("A stable name of what is wrong: EMPTY, TOO_LONG, INVALID_TEXT.")] string Code,
    [property: GraphQLDescription("What is wrong and what to do about it, for a person.")] string Message);

/// <summary>Makes word lists and fills them.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeSensitiveWordsMutations
{
    private const int MaxRejected = 100;

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters an empty list of sensitive words.")]
    public static Task<SensitiveWordList> CreateSensitiveWordListAsync(
        CreateSensitiveWordListInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.RequireNoneAsync<SensitiveWordList>(l => l.Name == input.Name, $"There is a list '{input.Name}' already.", "name");
                var list = new SensitiveWordList
                {
                    Name = input.Name, Description = input.Description, IgnoresSeparators = input.IgnoresSeparators ?? false, WholeWords = input.WholeWords ?? false,
                };
                session.Db.SensitiveWordLists.Add(list);
                session.Record(ActivityKind.SensitiveWordsChanged, () => new ActivitySubject { Text = list.Name });
                return list;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Adds words to a list. The rules that look for them find them from the next message on.")]
    public static Task<SensitiveWordsChange> AddSensitiveWordsAsync(AddSensitiveWordsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => AddAsync(session, input.ListId, [.. input.Words.Select((word, index) => (index, word))]), cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Adds the words of a text to a list, thousands at once.")]
    public static Task<SensitiveWordsChange> ImportSensitiveWordsAsync(
        ImportSensitiveWordsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            session => AddAsync(
                session,
                input.ListId,
                [.. input.Text.Split('\n').Select((line, index) => (index, line.Trim())).Where(line => line.Item2.Length > 0 && line.Item2[0] != '#')]),
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Takes words out of a list. Violations that were found by them stay.")]
    public static Task<SensitiveWordsChange> RemoveSensitiveWordsAsync(
        RemoveSensitiveWordsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var list = await session.FindAsync<SensitiveWordList>(input.ListId, "listId");
                var folded = input.Words.Where(word => StorableText.Is(word)).Select(list.Fold).ToHashSet(StringComparer.Ordinal);
                var gone = (await session.Db.SensitiveWords.Where(w => w.SensitiveWordListId == list.Id).ToListAsync(session.CancellationToken))
                    .FindAll(w => folded.Contains(w.Folded));
                session.Db.SensitiveWords.RemoveRange(gone);
                list.CountWords(list.WordCount - gone.Count);
                Record(session, list, "removed", gone.Count);
                return new SensitiveWordsChange(list, 0, gone.Count, input.Words.Count - gone.Count, []);
            },
            cancellationToken);

    private static async Task<SensitiveWordsChange> AddAsync(WriteSession session, long listId, IReadOnlyList<(int Index, string Word)> words)
    {
        var list = await session.FindAsync<SensitiveWordList>(listId, "listId");
        var known = (await session.Db.SensitiveWords.Where(w => w.SensitiveWordListId == list.Id).Select(w => w.Folded).ToListAsync(session.CancellationToken))
            .ToHashSet(StringComparer.Ordinal);
        var (added, rejected, unchanged) = (new List<SensitiveWord>(), new List<RejectedWord>(), 0);
        foreach (var (index, word) in words)
        {
            if (Refuse(list, word) is { } reason)
            {
                rejected.Add(new RejectedWord(index, reason.Code, reason.Message));
            }
            else if (known.Add(list.Fold(word)))
            {
                added.Add(new SensitiveWord { SensitiveWordListId = list.Id, Text = word, Folded = list.Fold(word) });
            }
            else
            {
                unchanged++;
            }
        }

        list.CountWords(known.Count);
        session.Db.SensitiveWords.AddRange(added);
        Record(session, list, "added", added.Count);
        return new SensitiveWordsChange(list, added.Count, 0, unchanged, [.. rejected.Take(MaxRejected)]);
    }

    private static (string Code, string Message)? Refuse(SensitiveWordList list, string? word) => word switch
    {
        null => ("EMPTY", "Give a word."),
        { Length: > SensitiveWord.TextMaxLength } => ("TOO_LONG", $"A word has at most {SensitiveWord.TextMaxLength} characters: use the pattern of a rule for more."),
        _ when !StorableText.Is(word) => ("INVALID_TEXT", "The word holds a NUL character or half of a surrogate pair: remove it."),
        _ => list.Fold(word).Length switch
        {
            0 => ("EMPTY", "Nothing of the word is left to look for: it has no letter or digit, or nothing that shows."),
            > SensitiveWordList.FoldedMaxLength => ("TOO_LONG", "The word becomes too long when its signs are taken apart."),
            _ => null,
        },
    };

    private static void Record(WriteSession session, SensitiveWordList list, string what, int count)
    {
        session.Audit(nameof(SensitiveWord), count, AuditChange.Of(what, null, count), AuditChange.Of("sensitiveWordList", null, list.Name));
        session.Record(ActivityKind.SensitiveWordsChanged, () => new ActivitySubject { Text = $"{list.Name}: {count} {what}" });
    }
}
