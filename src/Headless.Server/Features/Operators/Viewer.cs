using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Operators;

/// <summary>The caller as the API shows them to themselves.</summary>
public sealed record Viewer(long OperatorId, OperatorRole Role, IReadOnlyList<Permission> Permissions)
{
    internal static Viewer Of(Caller caller) => new(
        caller.OperatorId!.Value,
        caller.Role!.Value,
        [.. Enum.GetValues<Permission>().Where(p => caller.May(PolicyOf(p)))]);

    private static string PolicyOf(Permission permission) => permission switch
    {
        Permission.Read => Policies.Read,
        Permission.ReadPersonalData => Policies.ReadPersonalData,
        Permission.ReadMetrics => Policies.ReadMetrics,
        Permission.RecordActivities => Policies.RecordActivities,
        Permission.Write => Policies.Write,
        Permission.ManageGroups => Policies.ManageGroups,
        Permission.Subscribe => Policies.Subscribe,
        Permission.ManageWebhooks => Policies.ManageWebhooks,
        Permission.Administer => Policies.Administer,
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "The permission has no policy."),
    };
}

/// <summary>What a caller may do: their role's rights, cut down to the scopes of the key that they came with.</summary>
public enum Permission
{
    Read,
    ReadPersonalData,
    ReadMetrics,
    RecordActivities,
    Write,
    ManageGroups,
    Subscribe,
    ManageWebhooks,
    Administer,
}

/// <summary><c>type Viewer</c>.</summary>
public sealed class ViewerObjectType : ObjectType<Viewer>
{
    protected override void Configure(IObjectTypeDescriptor<Viewer> descriptor)
    {
        descriptor.Description("The operator who sends the request.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Role).Description("Their role. OWNER and ADMIN see the groups that are assigned to them and what hangs on those.");
        descriptor.Field(v => v.Permissions).Description("What they may do with this request: the role's rights, cut down to the scopes of the key.");
    }
}

/// <summary><c>enum Permission</c>.</summary>
public sealed class PermissionEnumType : EnumType<Permission>
{
    protected override void Configure(IEnumTypeDescriptor<Permission> descriptor)
    {
        descriptor.Description("What a caller may do.");
        descriptor.Value(Permission.Read).Description("Read groups, members without personal data, tags, content, campaigns, orders.");
        descriptor.Value(Permission.ReadPersonalData).Description("Read what identifies a person: telephone, e-mail, year of birth, notes.");
        descriptor.Value(Permission.ReadMetrics).Description("Read metrics.");
        descriptor.Value(Permission.RecordActivities).Description("Report what happened: joins, leaves, messages, orders.");
        descriptor.Value(Permission.Write).Description("Create and change things.");
        descriptor.Value(Permission.ManageGroups).Description("Open, close and archive groups.");
        descriptor.Value(Permission.Subscribe).Description("Follow the activity log.");
        descriptor.Value(Permission.ManageWebhooks).Description("Register webhooks.");
        descriptor.Value(Permission.Administer).Description("Manage operators, their assignments and their keys.");
    }
}

/// <summary>What the viewer leads to.</summary>
[ExtendObjectType<Viewer>]
public sealed class ViewerNode
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("Who they are here. Needs READ.")]
    public static Task<Operator?> GetOperatorAsync([Parent] Viewer viewer, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(viewer.OperatorId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The API key that they come with; null where they come without one. Needs READ.")]
    public static Task<ApiKey?> GetApiKeyAsync([Parent] Viewer viewer, Caller caller, ByIdDataLoader<ApiKey> keys, CancellationToken cancellationToken) =>
        keys.LoadAsync(caller.KeyId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging]
    [UseFiltering<ApiKeyFilterInput>]
    [UseSorting<ApiKeySortInput>]
    [GraphQLDescription("Their own API keys, also those that work no more. Needs READ. Those of others are in apiKeys, for a LEAD.")]
    public static IQueryable<ApiKey> GetApiKeys([Parent] Viewer viewer, CommunityDbContext db) =>
        db.ApiKeys.Where(k => k.OperatorId == viewer.OperatorId);
}
