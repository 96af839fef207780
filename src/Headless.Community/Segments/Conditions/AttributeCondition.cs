using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>
/// What the member has under an attribute that the brand defined. Without a bound: any value. Who has none fulfils nothing of it.
/// Whose values these are decides who may ask: see <see cref="AttributeDefinition.Privacy"/>.
/// </summary>
[ConditionName("attribute")]
public sealed record AttributeCondition : LeafCondition
{
    [KeyOf(typeof(AttributeDefinition))]
    public required long DefinitionId { get; init; }

    /// <summary>For TEXT and OPTION: one of these.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>For NUMBER: this or more.</summary>
    public decimal? Gte { get; init; }

    /// <summary>For NUMBER: this or less.</summary>
    public decimal? Lte { get; init; }

    /// <summary>For BOOLEAN: this.</summary>
    public bool? Eq { get; init; }

    /// <summary>For DATE: this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>For DATE: this day or earlier.</summary>
    public DateOnly? To { get; init; }

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope) => scope.Has(Values(scope), value => value.MemberId);

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. ConditionChecks.Words("in", In, MemberAttribute.TextMaxLength),
        .. Gte > Lte ? [new ConditionFault("gte", "EMPTY_RANGE", "It holds for nothing: gte is greater than lte.")] : Enumerable.Empty<ConditionFault>(),
        .. From > To ? [new ConditionFault("from", "EMPTY_RANGE", "It holds for nothing: from is later than to.")] : Enumerable.Empty<ConditionFault>(),
        .. Fits(Gte) && Fits(Lte)
            ? Enumerable.Empty<ConditionFault>()
            : [new ConditionFault("", DomainErrorCodes.InvalidAmount, $"Give numbers up to {Currency.MaxAmount} with at most four decimal places.")],
        .. new[] { In is not null, (Gte ?? Lte) is not null, Eq is not null, (From ?? To) is not null }.Count(given => given) > 1
            ? [new ConditionFault("", "TYPES_MIXED", "An attribute has one type: give in for texts and options, gte and lte for numbers, eq for truth values, or from and to for days.")]
            : Enumerable.Empty<ConditionFault>(),
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken)
    {
        var definitionId = DefinitionId;
        var value = await scope.Db.MemberAttributes.AsNoTracking()
            .FirstOrDefaultAsync(row => row.MemberId == memberId && row.DefinitionId == definitionId, cancellationToken);
        return new JsonObject
        {
            ["value"] = value is null ? null
                : value.Text is { } text ? JsonValue.Create(text)
                : value.Number is { } number ? JsonValue.Create(number)
                : value.Boolean is { } boolean ? JsonValue.Create(boolean)
                : JsonValue.Create(value.Date),
        };
    }

    private static bool Fits(decimal? number) =>
        number is not { } given || (Math.Abs(given) <= Currency.MaxAmount && decimal.Round(given, 4) == given);

    private IQueryable<MemberAttribute> Values(ConditionScope scope)
    {
        var definitionId = DefinitionId;
        var values = scope.Db.MemberAttributes.Where(row => row.DefinitionId == definitionId);
        if (In is { } words)
        {
            values = values.WhereIn(scope.Db, row => row.Text, [.. words.Distinct()]);
        }

        if (Gte is { } gte)
        {
            values = values.Where(row => row.Number >= gte);
        }

        if (Lte is { } lte)
        {
            values = values.Where(row => row.Number <= lte);
        }

        if (Eq is { } expected)
        {
            values = values.Where(row => row.Boolean == expected);
        }

        if (From is { } from)
        {
            values = values.Where(row => row.Date >= from);
        }

        return To is { } to ? values.Where(row => row.Date <= to) : values;
    }
}
