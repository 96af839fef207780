using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.ContentItems;
using Headless.Server.Writing;

namespace Headless.Server.Transfers.Subjects;

/// <summary>Content items: createContentItem. An item with the same title and the same text is there already.</summary>
internal sealed class ContentItemRows(IValidator<CreateContentItemInput> creation) : IImportSubject
{
    public ImportSubject Subject => ImportSubject.ContentItems;

    public string Policy => Policies.Write;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("title", true, "The title, at most 200 characters."),
        new("body", false, "The content itself; without it an ORIGINAL begins at TOPIC, with it at DRAFT."),
        new("category", false, "What it is to achieve: ACTIVATE, CONVERT or BRAND; ACTIVATE unless given."),
        new("kind", false, "The library that it belongs to; KNOWLEDGE unless given."),
        new("source", false, "Where it comes from: ORIGINAL, REPOST or SOLICITED; ORIGINAL unless given."),
        new("topic", false, "What it is about."),
        new("audience", false, "For whom it is, in words."),
        new("brief", false, "SOLICITED: what is wanted."),
        new("originUrl", false, "REPOST: where it comes from."),
        new("permission", false, "REPOST: who allowed it, and under which licence."),
    ];

    public string? KeyOf(ImportRow row, ImportJob job) => $"{row.Text("title")}\n{row.Text("body")}";

    public async Task EnterAsync(WriteSession session, ImportBatch batch)
    {
        string[] titles = [.. batch.Open.Select(index => batch.Rows[index].Text("title")).OfType<string>().Distinct()];
        var there = (await session.Db.ContentItems.AsNoTracking().WhereIn(session.Db, i => i.Title, titles).Select(i => new { i.Title, i.Body }).ToListAsync(session.CancellationToken))
            .Select(i => (i.Title, i.Body)).ToHashSet();
        await batch.ForEachOpenAsync(async (row, _) =>
        {
            var input = new CreateContentItemInput(
                row.Required("title"), row.Text("body"), row.Choice<ContentCategory>("category"), row.Choice<ContentKind>("kind"), row.Choice<ContentSource>("source"), row.Text("topic"),
                row.Text("audience"), row.Text("brief"), row.Text("originUrl"), row.Text("permission"));
            RowChecks.Require(creation, input);
            if (there.Contains((input.Title, input.Body ?? string.Empty)))
            {
                return RowOutcome.Unchanged;
            }

            await CreateContentItemMutation.CreateAsync(session, input);
            return RowOutcome.Created;
        });
    }
}
