using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Features.Sales;
using Headless.Server.Writing;

namespace Headless.Server.Transfers.Subjects;

/// <summary>Costs: recordCost, with the source and the row's id as its key.</summary>
internal sealed class CostRows(IValidator<RecordCostInput> recording, RowReferences references) : IImportSubject
{
    public ImportSubject Subject => ImportSubject.Costs;

    public string Policy => Policies.Write;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("externalId", true, "The cost's id in the system that it comes from: a second import of it changes nothing."),
        new("kind", true, "What it was spent on: RED_PACKET, GIFT, AD, DISCOUNT, STAFF or OTHER."),
        new("amount", true, "How much: above 0, in whole minor units of the currency."),
        new("currency", false, "The ISO 4217 code of the currency; the currency of the import unless given."),
        new("spentAt", false, "When; now unless given."),
        new("note", false, "Anything that should be known about it."),
        RowReferences.AccountColumns[0],
        .. RowReferences.GroupColumns,
        new("campaignId", false, "The campaign, by its global id."),
    ];

    public string? KeyOf(ImportRow row, ImportJob job) => row.Text("externalId");

    public async Task EnterAsync(WriteSession session, ImportBatch batch)
    {
        await references.FindGroupsAsync(session.Db, batch, session.CancellationToken);
        await batch.ForEachOpenAsync(async (row, index) =>
        {
            var input = new RecordCostInput(
                row.Choice<CostKind>("kind") ?? throw new RowException("MISSING_VALUE", "'kind' is needed in every row.", "kind"),
                new MoneyInput(
                    row.Amount("amount") ?? throw new RowException("MISSING_VALUE", "'amount' is needed in every row.", "amount"),
                    row.Text("currency") ?? batch.Job.Currency ?? throw new RowException("MISSING_VALUE", "Name the currency in every row, or for the whole import.", "currency")),
                row.Time("spentAt", batch.Zone), row.Text("note"), batch.GroupIds[index], references.Id<Campaign>(row, "campaignId"), $"{batch.Job.Source}:{row.Required("externalId")}");
            RowChecks.Require(recording, input);
            var cost = await CostMutations.RecordAsync(session, input);
            return cost.Id == 0 ? RowOutcome.Created : RowOutcome.Unchanged;
        });
    }
}
