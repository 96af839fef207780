using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Transfers.Subjects;

/// <summary>
/// Orders: ingestion records those that are new, in a transaction of its own; those that are known, and campaigns, are a matter of
/// recordOrder. A repetition finds the rest to be done.
/// </summary>
internal sealed class OrderRows(ActivityIngestion ingestion, CommunityDatabase database, RowReferences references) : IImportSubject
{
    public ImportSubject Subject => ImportSubject.Orders;

    public string Policy => Policies.RecordActivities;

    /// <summary>As many as ingestion takes of an import: each transaction writes the pages of all its indexes, the more orders the fewer for each.</summary>
    public int BatchesAtOnce => ActivityIngestion.MaxRowsOfImport / 1_000;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("externalId", true, "The order's id in the system that it comes from; unique there."),
        new("paidAt", true, "When it was paid: 2026-11-20T09:30:00+08:00, or 2026-11-20 09:30 in the zone of the import."),
        new("amount", true, "What was paid."),
        new("currency", false, "The ISO 4217 code of the currency; the currency of the import unless given."),
        new("quantity", false, "How many pieces; 1 unless given."),
        new("status", false, "PAID, REFUNDED or CANCELLED; PAID unless given. For an order that is known, the last two are carried out."),
        .. RowReferences.AccountColumns,
        new("accountName", false, "What the account calls itself; for a buyer who is not known yet."),
        .. RowReferences.GroupColumns,
        new("campaignId", false, "The campaign that it is put down to, by its global id."),
    ];

    public string? KeyOf(ImportRow row, ImportJob job) => row.Text("externalId");

    public async Task BeginAsync(ImportBatch batch, CancellationToken ct)
    {
        await using (var db = database.Create(batch.Caller.Scope))
        {
            await references.FindGroupsAsync(db, batch, ct);
            await RequireCampaignsAsync(db, batch, ct);
        }

        var rows = new List<ActivityInput>();
        var places = new List<int>();
        batch.ForEachOpen((row, index) =>
        {
            rows.Add(ToActivity(row, index, batch));
            places.Add(index);
        });
        if (rows.Count == 0)
        {
            return;
        }

        var author = new AuditAuthor(batch.Caller.OperatorId, null, "startImport");
        var result = batch.Job.IsDryRun
            ? await ingestion.TryAsync(batch.Job.Source, rows, batch.Caller.Scope, batch.Caller.OperatorId, ct)
            : await ingestion.RecordMutationAsync(batch.Job.Source, rows, batch.Caller.Scope, author, ct);
        foreach (var rejected in result.Rejected)
        {
            batch.Reject(places[rejected.Index], rejected.Code, rejected.Message, ColumnOf(rejected.Field));
        }

        foreach (var accepted in result.Accepted.Select(row => places[row.Index]))
        {
            if (batch.Job.IsDryRun || batch.Rows[accepted].Text("campaignId") is null)
            {
                batch.Set(accepted, RowOutcome.Created);
            }
            else
            {
                _ = batch.IsNew.Add(accepted);
            }
        }
    }

    public async Task EnterAsync(WriteSession session, ImportBatch batch)
    {
        var (known, buyers) = await FindKnownAsync(session, batch);
        await batch.ForEachOpenAsync(async (row, index) =>
        {
            var account = RowReferences.AccountOf(row, batch.Job);
            var input = new RecordOrderInput(
                batch.Job.Source, row.Required("externalId"), new MoneyInput(row.Amount("amount")!.Value, CurrencyOf(row, batch)), PaidAt(row, batch), row.Whole("quantity"),
                row.Choice<OrderStatus>("status"), null, account is { } of ? new(of.Platform, of.ExternalId, null) : null, batch.GroupIds[index], references.Id<Campaign>(row, "campaignId"), null);
            if (!batch.IsNew.Contains(index) && known.TryGetValue(input.ExternalId, out var there)
                && SaysNothingNew(there, input, account is { } by ? buyers.GetValueOrDefault(by, -1) : there.MemberId, session.Caller))
            {
                return RowOutcome.Unchanged;
            }

            var order = (await RecordOrderMutation.ReviseAsync(session, input)).Known
                ?? throw new RowException("ALREADY_EXISTS", $"The id '{row.Text("externalId")}' of '{batch.Job.Source}' is taken by something else, or by an order that you may not see.", "externalId");
            return batch.IsNew.Contains(index) ? RowOutcome.Created
                : session.Db.Entry(order).State == EntityState.Modified ? RowOutcome.Updated
                : RowOutcome.Unchanged;
        });
    }

    /// <summary>The orders that are known, and the members of the accounts that are named: a file that is sent again costs two statements for a batch and not three for a row.</summary>
    private static async Task<(Dictionary<string, Order> Orders, Dictionary<(Platform, string), long> Buyers)> FindKnownAsync(WriteSession session, ImportBatch batch)
    {
        var (db, source, ct) = (session.Db, batch.Job.Source, session.CancellationToken);
        string[] ids = [.. batch.Open.Select(index => batch.Rows[index].Text("externalId")).OfType<string>()];
        if (ids.Length == 0)
        {
            return ([], []);
        }

        var orders = await db.Orders.AsNoTracking().Where(o => o.Source == source).WhereIn(db, o => o.ExternalId, ids).ToDictionaryAsync(o => o.ExternalId!, ct);
        var accounts = new List<(Platform Platform, string ExternalId)>();
        batch.ForEachOpen((row, _) =>
        {
            if (RowReferences.AccountOf(row, batch.Job) is { } account)
            {
                accounts.Add(account);
            }
        });
        var buyers = await RowReferences.FindAccountsAsync(db, accounts, ct);
        return (orders, buyers.ToDictionary(buyer => (buyer.Key.Platform, buyer.Key.ExternalId), buyer => buyer.Value));
    }

    /// <summary>Whether recordOrder would find nothing to change.</summary>
    private static bool SaysNothingNew(Order there, RecordOrderInput input, long? buyerId, Caller caller)
    {
        if (input.GroupId is null && !caller.Scope.IsEverything)
        {
            return false;
        }

        OrderRecording.RequireSamePurchase(there, input);
        return buyerId == there.MemberId
            && (input.GroupId is null || input.GroupId == there.GroupId)
            && (input.CampaignId is null || input.CampaignId == there.CampaignId)
            && (input.Status is null or OrderStatus.Paid || input.Status == there.Status);
    }

    private async Task RequireCampaignsAsync(CommunityDbContext db, ImportBatch batch, CancellationToken ct)
    {
        var named = new Dictionary<int, long>();
        batch.ForEachOpen((row, index) =>
        {
            if (references.Id<Campaign>(row, "campaignId") is { } id)
            {
                named[index] = id;
            }
        });
        long[] ids = [.. named.Values.Distinct()];
        var known = ids.Length == 0 ? [] : await db.Campaigns.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => c.Id).ToHashSetAsync(ct);
        batch.ForEachOpen((_, index) =>
        {
            if (named.TryGetValue(index, out var id) && !known.Contains(id))
            {
                throw new RowException("UNKNOWN_CAMPAIGN", "There is no such campaign, or you may not see it.", "campaignId");
            }
        });
    }

    private static ActivityInput ToActivity(ImportRow row, int index, ImportBatch batch) => new()
    {
        Kind = ActivityInputKind.Order,
        ExternalId = row.Required("externalId"),
        OccurredAt = PaidAt(row, batch),
        Group = batch.GroupIds[index] is { } id ? new GroupReference(id) : null,
        Member = RowReferences.AccountOf(row, batch.Job) is { } account ? new IdentityReference(account.Platform, account.ExternalId, row.Text("accountName")) : null,
        Amount = row.Amount("amount") ?? throw new RowException("MISSING_VALUE", "'amount' is needed in every row.", "amount"),
        Currency = CurrencyOf(row, batch),
        Quantity = row.Whole("quantity"),
        Status = row.Choice<OrderStatus>("status"),
    };

    private static DateTimeOffset PaidAt(ImportRow row, ImportBatch batch) =>
        row.Time("paidAt", batch.Zone) ?? throw new RowException("MISSING_VALUE", "'paidAt' is needed in every row.", "paidAt");

    private static string CurrencyOf(ImportRow row, ImportBatch batch) =>
        row.Text("currency") ?? batch.Job.Currency ?? throw new RowException("MISSING_VALUE", "Name the currency in every row, or for the whole import.", "currency");

    private static string? ColumnOf(string? field) => field switch
    {
        "occurredAt" => "paidAt",
        "group" => RowReferences.GroupIdColumn,
        "member" or "member.externalId" => "account",
        "member.platform" => "platform",
        "member.displayName" => "accountName",
        _ => field,
    };
}
