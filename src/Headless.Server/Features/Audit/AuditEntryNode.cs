using System.Text.Json;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Audit;

[GraphQLDescription("A value that a mutation changed.")]
public sealed record AuditedValue(
    [property: GraphQLDescription("The field in the API's spelling, with a dot before the parts of one: positioning.why.")] string Field,
    [property: GraphQLDescription("The value until then; null: none, or one that is not shown. Ids are global ids.")] JsonElement? Before,
    [property: GraphQLDescription("The value from then on; null: none, or one that is not shown. Ids are global ids.")] JsonElement? After,
    [property: GraphQLDescription("Whether it says something about a person: before and after need READ_PERSONAL_DATA, and are null once the member has been erased.")] bool IsPersonal,
    [property: GraphQLDescription("Whether it is a secret: that it changed is all that is kept.")] bool IsSecret);

/// <summary>What an entry of the audit log leads to.</summary>
[ExtendObjectType<AuditEntry>]
public sealed class AuditEntryNode
{
    [GraphQLIgnore]
    public static async Task<AuditEntry?> GetAuditEntryAsync(long id, Caller caller, CommunityDbContext db, CancellationToken cancellationToken) =>
        caller.May(Policies.Administer) ? await db.AuditEntries.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, cancellationToken) : null;

    [GraphQLType<IdType>]
    [GraphQLDescription("The row's global id, also where the row is gone; null where there are several, and where the row has no id of its own.")]
    public static string? GetSubjectId(
        [Parent($"{nameof(AuditEntry.SubjectType)} {nameof(AuditEntry.SubjectId)}")] AuditEntry entry, INodeIdSerializer serializer) =>
        entry.SubjectId is { } id ? serializer.Format(entry.SubjectType, id) : null;

    [GraphQLDescription("Each value that changed; of a row that is new or gone, those that it has or had.")]
    public static IReadOnlyList<AuditedValue> GetChanges(
        [Parent($"{nameof(AuditEntry.Changes)} {nameof(AuditEntry.PersonalChanges)}")] AuditEntry entry, Caller caller, INodeIdSerializer serializer) =>
        [.. entry.ReadChanges(withPersonalData: caller.May(Policies.ReadPersonalData)).Select(change => new AuditedValue(
            change.Field,
            Shown(change.Before, change.References, serializer),
            Shown(change.After, change.References, serializer),
            change.IsPersonal,
            change.IsSecret))];

    [Cost(1)]
    [GraphQLDescription("Who carried it out.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(AuditEntry.OperatorId))] AuditEntry entry, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        LoadAsync(operators, entry.OperatorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The API key that they came with; null where they came without one.")]
    public static Task<ApiKey?> GetApiKeyAsync(
        [Parent(nameof(AuditEntry.ApiKeyId))] AuditEntry entry, ByIdDataLoader<ApiKey> keys, CancellationToken cancellationToken) =>
        LoadAsync(keys, entry.ApiKeyId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member whom the row is or belongs to; null also where there is no such member any more.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(AuditEntry.MemberId))] AuditEntry entry, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        LoadAsync(members, entry.MemberId, cancellationToken);

    private static JsonElement? Shown(JsonElement? value, string? references, INodeIdSerializer serializer) =>
        references is not null && value is { ValueKind: JsonValueKind.Number } id && id.TryGetInt64(out var key)
            ? JsonSerializer.SerializeToElement(serializer.Format(references, key))
            : value;

    private static async Task<T?> LoadAsync<T>(ByIdDataLoader<T> loader, long? id, CancellationToken ct)
        where T : Entity => id is { } key ? await loader.LoadAsync(key, ct) : null;
}
