using System.Text.Json;
using Headless.Community.Data;

namespace Headless.Community.Ingestion;

/// <summary>What can be said about a row without the database.</summary>
internal static class InputRules
{
    /// <summary>Returns what is wrong with a row; null: nothing that can be seen from here.</summary>
    public static RejectedRow? Check(int index, ActivityInput row, DateTime latest)
    {
        if (!Enum.IsDefined(row.Kind))
        {
            return Reject("kind", IngestionErrorCodes.InvalidValue, $"{row.Kind} is not a kind of activity.");
        }

        return Required("externalId", row.ExternalId, Activity.ExternalIdMaxLength)
            ?? CheckTime()
            ?? CheckGroup()
            ?? CheckIdentity("member", row.Member, isRequired: row.Kind != ActivityInputKind.Order)
            ?? Optional("data", row.Data, Activity.DataMaxLength)
            ?? CheckData()
            ?? row.Kind switch
            {
                ActivityInputKind.Message => Optional("text", row.Text, Activity.TextMaxLength) ?? CheckEnum("contentType", row.ContentType) ?? CheckReply(),
                ActivityInputKind.Join => CheckJoin(),
                ActivityInputKind.Leave => CheckEnum("leaveKind", row.LeaveKind)
                    ?? CheckEnum("leaveReasonSource", row.LeaveReasonSource)
                    ?? Optional("leaveReason", row.LeaveReason, Membership.LeaveReasonMaxLength),
                ActivityInputKind.Rename => CheckRename(),
                >= ActivityInputKind.ContentExposed => CheckContent(),
                _ => CheckOrder(),
            };

        RejectedRow Reject(string field, string code, string message) => new(index, code, message, field);

        RejectedRow? CheckTime() => row.OccurredAt.UtcDateTime > latest
            ? Reject("occurredAt", IngestionErrorCodes.OccurredInFuture,
                $"{row.OccurredAt:O} lies more than {ActivityIngestion.ClockTolerance.TotalMinutes} minutes ahead: check the sender's clock and time zone.")
            : row.OccurredAt.Year < ActivityIngestion.EarliestYear
                ? Reject("occurredAt", IngestionErrorCodes.InvalidValue, $"{row.OccurredAt:O} lies before {ActivityIngestion.EarliestYear}: check the sender's clock.")
                : null;

        RejectedRow? CheckGroup()
        {
            if (row.Group is not { } group)
            {
                return row.Kind is ActivityInputKind.Rename or ActivityInputKind.Order or >= ActivityInputKind.ContentExposed
                    ? null
                    : Reject("group", IngestionErrorCodes.MissingField, "Say in which group it happened.");
            }

            if (group.Id is not null)
            {
                return null;
            }

            return group.Platform is null
                ? Reject("group.platform", IngestionErrorCodes.MissingField, "Name the group by its id, or by its platform and its id there.")
                : CheckEnum("group.platform", group.Platform) ?? Required("group.externalId", group.ExternalId, Group.ExternalIdMaxLength);
        }

        RejectedRow? CheckIdentity(string field, IdentityReference? identity, bool isRequired) => identity is null
            ? isRequired ? Reject(field, IngestionErrorCodes.MissingField, "Say who it was.") : null
            : CheckEnum<Platform>($"{field}.platform", identity.Platform)
                ?? Required($"{field}.externalId", identity.ExternalId, Identity.ExternalIdMaxLength)
                ?? Optional($"{field}.displayName", identity.DisplayName, Identity.DisplayNameMaxLength);

        RejectedRow? CheckReply() => row.ReplyTo switch
        {
            null => null,
            _ when string.IsNullOrWhiteSpace(row.ReplyTo) => Reject("replyTo", IngestionErrorCodes.InvalidValue, "replyTo names the message that is answered: leave it out instead."),
            _ when row.ReplyTo == row.ExternalId => Reject("replyTo", IngestionErrorCodes.InvalidValue, "A message does not answer itself: replyTo is the external id of another."),
            _ => Optional("replyTo", row.ReplyTo, Activity.ExternalIdMaxLength),
        };

        RejectedRow? CheckJoin() =>
            CheckEnum("joinSource", row.JoinSource)
            ?? CheckEnum("joinReason", row.JoinReason)
            ?? Optional("joinChannel", row.JoinChannel, Membership.JoinChannelMaxLength)
            ?? Optional("joinNote", row.JoinNote, Membership.JoinNoteMaxLength)
            ?? Optional("entryPointCode", row.EntryPointCode, EntryPoint.CodeMaxLength)
            ?? CheckIdentity("kol", row.Kol, isRequired: false)
            ?? CheckIdentity("invitedBy", row.InvitedBy, isRequired: false);

        RejectedRow? CheckRename() => string.IsNullOrWhiteSpace(row.NewName) && string.IsNullOrWhiteSpace(row.NewExternalId)
            ? Reject("newName", IngestionErrorCodes.MissingField, "Give the new name, the new id on the platform, or both.")
            : Optional("newName", row.NewName, Identity.DisplayNameMaxLength) ?? Optional("newExternalId", row.NewExternalId, Identity.ExternalIdMaxLength);

        RejectedRow? CheckContent() => row.ContentItemId is null
            ? Reject("contentItemId", IngestionErrorCodes.MissingField, "Say which content item it was.")
            : Optional("text", row.Text, Activity.TextMaxLength);

        RejectedRow? CheckOrder()
        {
            if (row.Amount is not { } amount)
            {
                return Reject("amount", IngestionErrorCodes.MissingField, "Say what was paid.");
            }

            if (amount < 0 || amount > Community.Currency.MaxAmount || decimal.Round(amount, 4) != amount)
            {
                return Reject("amount", IngestionErrorCodes.InvalidAmount,
                    $"{amount} is not what an order can cost: 0 to {Community.Currency.MaxAmount} with at most four decimal places.");
            }

            if (row.Currency is null)
            {
                return Reject("currency", IngestionErrorCodes.MissingField, "Say in which currency it was paid.");
            }

            if (row.Currency.Length != Community.Currency.CodeLength || !row.Currency.All(char.IsAsciiLetterUpper))
            {
                return Reject("currency", IngestionErrorCodes.InvalidCurrency, "Give an ISO 4217 code of three capital letters, such as CNY.");
            }

            return row.Quantity is < 1
                ? Reject("quantity", IngestionErrorCodes.InvalidValue, "An order has at least one piece.")
                : CheckEnum("status", row.Status);
        }

        RejectedRow? CheckData()
        {
            if (row.Data is null)
            {
                return null;
            }

            try
            {
                using var document = JsonDocument.Parse(row.Data);
                return document.RootElement.ValueKind == JsonValueKind.Object
                    ? null
                    : Reject("data", IngestionErrorCodes.InvalidValue, "data is a JSON object.");
            }
            catch (JsonException)
            {
                return Reject("data", IngestionErrorCodes.InvalidValue, "data is a JSON object.");
            }
        }

        RejectedRow? CheckEnum<T>(string field, T? value)
            where T : struct, Enum => value is { } given && !Enum.IsDefined(given)
            ? Reject(field, IngestionErrorCodes.InvalidValue, $"{given} is not one of its values.")
            : null;

        RejectedRow? Required(string field, string? text, int maxLength) => string.IsNullOrWhiteSpace(text)
            ? Reject(field, IngestionErrorCodes.MissingField, $"{field} is needed.")
            : Optional(field, text, maxLength);

        RejectedRow? Optional(string field, string? text, int maxLength)
        {
            if (text is null)
            {
                return null;
            }

            if (text.Length > maxLength)
            {
                return Reject(field, IngestionErrorCodes.TextTooLong, $"{field} has {text.Length} characters; {maxLength} is the most.");
            }

            return StorableText.Is(text)
                ? null
                : Reject(field, IngestionErrorCodes.InvalidText, $"{field} holds a NUL character or half a surrogate pair.");
        }
    }
}
