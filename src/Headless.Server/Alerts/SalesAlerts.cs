using System.Globalization;

namespace Headless.Server.Alerts;

/// <summary>Finds targets that sales are behind: of several about the same, the one that is furthest behind.</summary>
internal sealed class TargetBehindAlert(GroupVitals vitals, AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.TargetBehind;

    public TimeSpan Interval => TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var targets = await db.SalesTargets.AsNoTracking().Where(t => t.StartsAt < now && t.EndsAt > now).ToListAsync(cancellationToken);
        if (targets.Count == 0)
        {
            return [];
        }

        long[] ids = [.. targets.Select(t => t.Id)];
        var sums = await (
            from target in db.SalesTargets
            where ids.Contains(target.Id)
            from order in db.Orders
            where order.Status == OrderStatus.Paid && order.PaidAt >= target.StartsAt && order.PaidAt < target.EndsAt && order.Currency == target.Currency
                && (target.GroupId == null || order.GroupId == target.GroupId) && (target.CampaignId == null || order.CampaignId == target.CampaignId)
            group order by target.Id into sold
            select new { sold.Key, Amount = sold.Sum(o => o.Amount), Refunded = sold.Sum(o => o.RefundedAmount) }).ToDictionaryAsync(s => s.Key, s => s.Amount - s.Refunded, cancellationToken);
        var yesterday = vitals.Today(now).AddDays(-1);
        return [.. targets
            .Select(t => (Target: t, Actual: sums.GetValueOrDefault(t.Id), Expected: t.ExpectedBy(yesterday)))
            .Where(t => t.Expected > 0 && t.Actual < (decimal)options.TargetPaceBelow * t.Expected)
            .GroupBy(t => SubjectOf(t.Target))
            .Select(g => g.OrderBy(t => t.Actual / t.Expected).ThenBy(t => t.Target.Id).First())
            .Select(t => new AlertCondition(
                SubjectOf(t.Target), AlertSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{t.Target.Name}: {t.Actual:0.##} {t.Target.Currency} are sold where {t.Expected:0.##} were expected by yesterday."),
                "Add an event before the target's time is over, or call those who looked and did not buy.",
                [
                    new AlertFigure("actual", t.Actual), new AlertFigure("expected", t.Expected), new AlertFigure("target", t.Target.Amount),
                    new AlertFigure("pace", decimal.Round(t.Actual / t.Expected, 4)),
                ]))];
    }

    private static AlertSubject SubjectOf(SalesTarget target) =>
        target.CampaignId is { } campaign ? AlertSubject.OfCampaign(campaign) : target.GroupId is { } group ? AlertSubject.OfGroup(group) : AlertSubject.Organisation;
}

/// <summary>Finds running campaigns whose offers are nearly sold out: one statement.</summary>
internal sealed class StockLowAlert : IAlertSource
{
    public AlertKind Kind => AlertKind.StockLow;

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var items = await db.OfferItems.AsNoTracking()
            .Where(i => i.Stock != null && i.LowStockAt != null && i.Stock - i.Reserved - i.Sold <= i.LowStockAt
                && (i.Offer.Campaign.Status == CampaignStatus.Preheating || i.Offer.Campaign.Status == CampaignStatus.Running))
            .Select(i => new { i.Offer.CampaignId, Campaign = i.Offer.Campaign.Name, i.Product, Left = i.Stock!.Value - i.Reserved - i.Sold }).ToListAsync(cancellationToken);
        return [.. items.GroupBy(i => (i.CampaignId, i.Campaign)).Select(g =>
        {
            var least = g.OrderBy(i => i.Left).ThenBy(i => i.Product, StringComparer.Ordinal).First();
            var message = string.Create(CultureInfo.InvariantCulture, $"{g.Key.Campaign}: {least.Left} of {least.Product} are left.");
            return new AlertCondition(
                AlertSubject.OfCampaign(g.Key.CampaignId), least.Left <= 0 ? AlertSeverity.Critical : AlertSeverity.Warning,
                message[..Math.Min(message.Length, Alert.MessageMaxLength)],
                "Ask the merchant for more, or say in the group that it is nearly gone.",
                [new AlertFigure("items", g.Count()), new AlertFigure("available", least.Left)]);
        })];
    }
}

/// <summary>Finds groups most of whose buyers have not come back for months: one statement.</summary>
internal sealed class RepurchaseGapAlert(AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.RepurchaseGap;

    public TimeSpan Interval => TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var since = now.AddMonths(-options.RepurchaseMonths);
        var groups = await db.Groups.AsNoTracking().Where(g => g.Status == GroupStatus.Active)
            .Select(g => new { g.Id, g.Name }).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var buyers = await db.Orders.Where(o => o.GroupId != null && o.MemberId != null && o.Status == OrderStatus.Paid)
            .GroupBy(o => new { GroupId = o.GroupId!.Value, o.MemberId })
            .Select(g => new { g.Key.GroupId, IsAway = g.Max(o => o.PaidAt) < since ? 1 : 0 })
            .GroupBy(b => b.GroupId).Select(g => new { g.Key, Buyers = g.Count(), Away = g.Sum(b => b.IsAway) }).ToListAsync(cancellationToken);
        return [.. buyers.Where(g => groups.ContainsKey(g.Key) && g.Away >= options.RepurchaseGapShare * g.Buyers).Select(g =>
            g.Buyers < options.MinSample
                ? AlertCondition.Unknown(AlertSubject.OfGroup(g.Key))
                : new AlertCondition(
                    AlertSubject.OfGroup(g.Key), AlertSeverity.Warning,
                    string.Create(CultureInfo.InvariantCulture, $"{g.Away} of {g.Buyers} buyers of {groups[g.Key]} have bought nothing for {options.RepurchaseMonths} months."),
                    "Call them, ask what they miss, and give those who come back a reason; members(where: { class: { eq: NEED } }) are first.",
                    [
                        new AlertFigure("buyers", g.Buyers), new AlertFigure("away", g.Away), new AlertFigure("share", decimal.Round((decimal)g.Away / g.Buyers, 4)),
                        new AlertFigure("months", options.RepurchaseMonths),
                    ]))];
    }
}

/// <summary>Finds groups most of whose classified members are after bargains: one statement.</summary>
internal sealed class ClassMixShiftAlert(AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.ClassMixShift;

    public TimeSpan Interval => TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var strategy = await db.ClassStrategies.Where(s => s.Class == MemberClass.Bargain).Select(s => s.Text).FirstOrDefaultAsync(cancellationToken);
        var action = strategy is null ? "Say what to do for the class BARGAIN with setClassStrategy." : strategy[..Math.Min(strategy.Length, Alert.SuggestedActionMaxLength)];
        var groups = await db.Memberships
            .Where(m => m.LeftAt == null && m.AccountKind == AccountKind.Customer && m.Member.Class != MemberClass.Unclassified && m.Group.Status == GroupStatus.Active)
            .GroupBy(m => new { m.GroupId, m.Group.Name })
            .Select(g => new { g.Key.GroupId, g.Key.Name, Classified = g.Count(), Bargain = g.Sum(m => m.Member.Class == MemberClass.Bargain ? 1 : 0) })
            .ToListAsync(cancellationToken);
        return [.. groups.Where(g => g.Bargain >= options.BargainShare * g.Classified).Select(g =>
            g.Classified < options.MinSample
                ? AlertCondition.Unknown(AlertSubject.OfGroup(g.GroupId))
                : new AlertCondition(
                    AlertSubject.OfGroup(g.GroupId), AlertSeverity.Info,
                    string.Create(CultureInfo.InvariantCulture, $"{g.Bargain} of {g.Classified} classified members of {g.Name} are after bargains."),
                    action,
                    [
                        new AlertFigure("classified", g.Classified), new AlertFigure("bargain", g.Bargain), new AlertFigure("share", decimal.Round((decimal)g.Bargain / g.Classified, 4)),
                        new AlertFigure("limit", (decimal)options.BargainShare),
                    ]))];
    }
}

/// <summary>Finds questions, also those before a purchase, that nobody has answered in time: two statements.</summary>
internal sealed class QuestionUnansweredAlert(AlertOptions options) : IAlertSource
{
    public AlertKind Kind => AlertKind.QuestionUnanswered;

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<AlertCondition>> FindAsync(CommunityDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var (late, lateForPriority) = (now.AddHours(-options.QuestionHours), now.AddHours(-options.PriorityQuestionHours));
        var open = await db.Consultations.AsNoTracking()
            .Where(c => c.Outcome == ConsultationOutcome.Open
                && (c.ConsultedAt <= late || (c.ConsultedAt <= lateForPriority && c.Member.Tier!.SupportPriority > SupportPriority.Standard)))
            .Select(c => new { c.GroupId, Group = c.Group!.Name, c.ConsultedAt, IsPriority = c.Member.Tier!.SupportPriority > SupportPriority.Standard })
            .ToListAsync(cancellationToken);
        var asked = await db.Questions.AsNoTracking()
            .Where(q => q.Status == QuestionStatus.Open && (q.AskedAt <= late || (q.AskedAt <= lateForPriority && q.Member!.Tier!.SupportPriority > SupportPriority.Standard)))
            .Select(q => new { q.GroupId, Group = q.Group!.Name, ConsultedAt = q.AskedAt, IsPriority = q.Member!.Tier!.SupportPriority > SupportPriority.Standard })
            .ToListAsync(cancellationToken);
        return [.. open.Concat(asked).GroupBy(c => (c.GroupId, c.Group)).Select(g =>
        {
            var (priority, hours) = (g.Count(c => c.IsPriority), (int)(now - g.Min(c => c.ConsultedAt)).TotalHours);
            return new AlertCondition(
                g.Key.GroupId is { } id ? AlertSubject.OfGroup(id) : AlertSubject.Organisation,
                priority > 0 ? AlertSeverity.Critical : AlertSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{g.Count()} questions {(g.Key.Group is { } name ? $"in {name} " : string.Empty)}have no answer, the oldest for {hours} hours."),
                "Answer them, those of members of a higher tier first; questions(where: { status: { eq: OPEN } }) and consultations(where: { outcome: { eq: OPEN } }) have them.",
                [
                    new AlertFigure("open", g.Count()), new AlertFigure("longestHours", hours), new AlertFigure("limitHours", priority > 0 ? options.PriorityQuestionHours : options.QuestionHours),
                    new AlertFigure("priority", priority),
                ]);
        })];
    }
}
