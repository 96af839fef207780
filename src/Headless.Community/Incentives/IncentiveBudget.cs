using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Why members are given something: never out of the blue. Stored as a bit: a value is never changed or given again.</summary>
[Flags]
public enum IncentiveReason
{
    /// <summary>A stated result was reached.</summary>
    Result = 1,

    /// <summary>An event is announced.</summary>
    Preheat = 2,

    /// <summary>A festival.</summary>
    Festival = 4,

    /// <summary>Something went wrong.</summary>
    Compensation = 8,
}

/// <summary>Money for red packets and gifts. What is promised is reserved; what was given is spent; both together never exceed it.</summary>
public sealed class IncentiveBudget : Entity
{
    public const int NameMaxLength = 100;

    public required string Name { get; set; }

    /// <summary>How much there is, in <see cref="Currency"/>.</summary>
    public decimal Amount { get; init; }

    /// <summary>The ISO 4217 code of its amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>What red packets that are under way may still take.</summary>
    public decimal Reserved { get; init; }

    public decimal Spent { get; init; }

    /// <summary>From when on it may be spent, UTC; null: at once.</summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>Until when it may be spent, UTC; null: no end.</summary>
    public DateTime? EndsAt { get; init; }

    /// <summary><see cref="AllowedReasons"/> as it is stored.</summary>
    public IncentiveReason AllowedReasonFlags { get; set; }

    /// <summary>For which reasons it may be spent.</summary>
    public IReadOnlyList<IncentiveReason> AllowedReasons
    {
        get => Flags.ToList(AllowedReasonFlags);
        set => AllowedReasonFlags = Flags.FromList(value);
    }

    /// <summary>The group for which it is; null: all.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    public bool IsClosed { get; set; }

    /// <summary>Refuses an end that does not come after the beginning.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidInterval"/>.</exception>
    public void RequirePeriod() => Interval.Require(StartsAt, EndsAt, "startsAt", "endsAt");

    /// <summary>Sets an amount aside, by one statement that looks whether there is so much.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.BudgetExhausted"/>, <see cref="DomainErrorCodes.BudgetClosed"/>, <see cref="DomainErrorCodes.ReasonNotAllowed"/>, <see cref="DomainErrorCodes.CurrencyMismatch"/>.</exception>
    public async Task ReserveAsync(CommunityDbContext db, decimal amount, string currency, IncentiveReason reason, DateTime now, CancellationToken ct)
    {
        Require(currency, reason, now);
        await TakeAsync(db, Where(db, amount).ExecuteUpdateAsync(set => set.SetProperty(b => b.Reserved, b => b.Reserved + amount), ct), amount, ct);
    }

    /// <summary>Spends an amount, by one statement that looks whether there is so much.</summary>
    /// <exception cref="DomainException">As <see cref="ReserveAsync"/>.</exception>
    public async Task SpendAsync(CommunityDbContext db, decimal amount, string currency, IncentiveReason reason, DateTime now, CancellationToken ct)
    {
        Require(currency, reason, now);
        await TakeAsync(db, Where(db, amount).ExecuteUpdateAsync(set => set.SetProperty(b => b.Spent, b => b.Spent + amount), ct), amount, ct);
    }

    /// <summary>What was set aside is spent, or not needed any more.</summary>
    public static Task SettleAsync(CommunityDbContext db, long id, decimal spent, decimal returned, CancellationToken ct) =>
        db.IncentiveBudgets.IgnoreQueryFilters().Where(b => b.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.Reserved, b => b.Reserved - spent - returned).SetProperty(b => b.Spent, b => b.Spent + spent), ct);

    private void Require(string currency, IncentiveReason reason, DateTime now)
    {
        if (currency != Currency)
        {
            throw new DomainException(DomainErrorCodes.CurrencyMismatch, $"The budget is in {Currency}: {currency} cannot be taken from it.");
        }

        if (IsClosed || StartsAt > now || EndsAt <= now)
        {
            throw new DomainException(DomainErrorCodes.BudgetClosed, $"Nothing is spent from '{Name}' now.");
        }

        if (!AllowedReasonFlags.HasFlag(reason))
        {
            throw new DomainException(DomainErrorCodes.ReasonNotAllowed, $"'{Name}' is not for {reason.ToString().ToUpperInvariant()}: take another budget, or name the real reason.");
        }
    }

    private IQueryable<IncentiveBudget> Where(CommunityDbContext db, decimal amount) =>
        db.IncentiveBudgets.Where(b => b.Id == Id && !b.IsClosed && b.Amount - b.Reserved - b.Spent >= amount);

    private async Task TakeAsync(CommunityDbContext db, Task<int> taking, decimal amount, CancellationToken ct)
    {
        if (await taking == 0)
        {
            var left = await db.IncentiveBudgets.Where(b => b.Id == Id).Select(b => b.Amount - b.Reserved - b.Spent).SingleAsync(ct);
            throw new DomainException(DomainErrorCodes.BudgetExhausted, $"{left} {Currency} are left in '{Name}': {amount} cannot be taken.");
        }
    }
}
