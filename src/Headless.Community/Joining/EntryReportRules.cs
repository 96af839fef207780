using Headless.Community.Ingestion;

namespace Headless.Community;

/// <summary>What can be said about a report without the database.</summary>
internal static class EntryReportRules
{
    /// <summary>Returns what is wrong with a row; null: nothing that can be seen from here.</summary>
    public static RejectedRow? Check(int index, EntryReport row, DateTime latest)
    {
        return Enum.IsDefined(row.Kind)
            ? Text("externalId", row.ExternalId, Activity.ExternalIdMaxLength, isRequired: true)
                ?? CheckTime()
                ?? CheckPlace()
                ?? CheckAccount()
                ?? CheckCount()
            : Reject("kind", IngestionErrorCodes.InvalidValue, $"{row.Kind} is not a kind of report.");

        RejectedRow Reject(string field, string code, string message) => new(index, code, message, field);

        RejectedRow? CheckTime() => row.OccurredAt.UtcDateTime > latest
            ? Reject("occurredAt", IngestionErrorCodes.OccurredInFuture, $"{row.OccurredAt:O} lies ahead: check the sender's clock and time zone.")
            : row.OccurredAt.Year < ActivityIngestion.EarliestYear
                ? Reject("occurredAt", IngestionErrorCodes.InvalidValue, $"{row.OccurredAt:O} lies before {ActivityIngestion.EarliestYear}: check the sender's clock.")
                : null;

        RejectedRow? CheckPlace() => row is { EntryPointCode: null, Channel: null } || (row.EntryPointCode is null && row.Kind != EntryEventKind.Exposed)
            ? Reject("entryPointCode", IngestionErrorCodes.MissingField, "Name the entry point; only an exposure may name a channel instead.")
            : Text("entryPointCode", row.EntryPointCode, EntryPoint.CodeMaxLength) ?? Text("channel", row.Channel, JoinChannel.NameMaxLength);

        RejectedRow? CheckAccount() => row.Account is not { } account
            ? row.Kind is EntryEventKind.Friended or EntryEventKind.Invited
                ? Reject("account", IngestionErrorCodes.MissingField, "Say who it was.")
                : null
            : !Enum.IsDefined(account.Platform)
                ? Reject("account.platform", IngestionErrorCodes.InvalidValue, $"{account.Platform} is not a platform.")
                : Text("account.externalId", account.ExternalId, Identity.ExternalIdMaxLength, isRequired: true)
                    ?? Text("account.displayName", account.DisplayName, Identity.DisplayNameMaxLength);

        RejectedRow? CheckCount() => row.Count is < 1 or > EntryReport.MaxCount
            ? Reject("count", IngestionErrorCodes.InvalidValue, $"A row counts 1 to {EntryReport.MaxCount}.")
            : row.Count > 1 && (row.Account is not null || row.Kind is EntryEventKind.Friended or EntryEventKind.Invited)
                ? Reject("count", IngestionErrorCodes.InvalidValue, "What one account did counts once: report the others in rows of their own.")
                : null;

        RejectedRow? Text(string field, string? text, int maxLength, bool isRequired = false) =>
            isRequired && string.IsNullOrWhiteSpace(text) ? Reject(field, IngestionErrorCodes.MissingField, $"{field} is needed.")
            : text is null ? null
            : text.Length > maxLength ? Reject(field, IngestionErrorCodes.TextTooLong, $"{field} has {text.Length} characters; {maxLength} is the most.")
            : StorableText.Is(text) ? null
            : Reject(field, IngestionErrorCodes.InvalidText, $"{field} holds a NUL character or half a surrogate pair.");
    }
}
