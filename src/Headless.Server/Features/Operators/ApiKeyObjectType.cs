namespace Headless.Server.Features.Operators;

/// <summary><c>type ApiKey</c>: everything but the secret, which nobody has any more.</summary>
public sealed class ApiKeyObjectType : ObjectType<ApiKey>
{
    protected override void Configure(IObjectTypeDescriptor<ApiKey> descriptor)
    {
        descriptor.Description("A secret that lets its bearer act as an operator. The secret itself is shown once, when the key is issued.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(k => k.Id).ResolveNodeWith<ApiKeyNode>(n => ApiKeyNode.GetApiKeyAsync(default, default!, default!, default));
        descriptor.Field(k => k.Id).Description("The global id.");
        descriptor.Field(k => k.Name).Description("What the key is for.");
        descriptor.Field(k => k.Prefix).Description("The first characters of the secret, to tell keys apart.");
        descriptor.Field(k => k.Scopes).ParentRequires(nameof(ApiKey.ScopeFlags)).Description("What the key opens, within the rights of the operator's role.");
        descriptor.Field(k => k.ExpiresAt).Description("When it stops working; null: never.");
        descriptor.Field(k => k.RotatedAt).Description("When it last got a new secret; null: it has its first.");
        descriptor.Field(k => k.FormerValidUntil).Description("Until when the secret from before the last rotation works; null: not at all.");
        descriptor.Field(k => k.RevokedAt).Description("When it was taken back.");
        descriptor.Field(k => k.LastUsedAt).Description("When it last opened something, to the minute; null: never.");
        descriptor.Field(k => k.CreatedAt).Description("When it was issued.");
        descriptor.Field(k => k.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(k => k.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>enum ApiKeyScope</c>.</summary>
public sealed class ApiKeyScopeEnumType : EnumType<ApiKeyScope>
{
    protected override void Configure(IEnumTypeDescriptor<ApiKeyScope> descriptor)
    {
        descriptor.Description("What a key opens, within the rights of its operator's role.");
        descriptor.Value(ApiKeyScope.Read).Description("Read groups, members without personal data, tags, content, campaigns, orders.");
        descriptor.Value(ApiKeyScope.ReadPersonalData).Description("Read personal data: telephone, e-mail, year of birth, notes.");
        descriptor.Value(ApiKeyScope.ReadMetrics).Description("Read metrics.");
        descriptor.Value(ApiKeyScope.RecordActivities).Description("Report what happened: joins, leaves, messages, orders.");
        descriptor.Value(ApiKeyScope.Write).Description("Create and change things; a LEAD's key with it administers, too.");
        descriptor.Value(ApiKeyScope.Subscribe).Description("Follow the activity log.");
    }
}

/// <summary><c>input ApiKeyFilterInput</c>.</summary>
public sealed class ApiKeyFilterInput : FilterInputType<ApiKey>
{
    protected override void Configure(IFilterInputTypeDescriptor<ApiKey> descriptor)
    {
        descriptor.Description("Conditions on API keys; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(k => k.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(k => k.Name).Description("What the key is for.");
        descriptor.Field(k => k.Prefix).Description("The first characters of the secret.");
        descriptor.Field(k => k.ExpiresAt).Description("When it stops working.");
        descriptor.Field(k => k.RevokedAt).Description("When it was taken back; null finds those that were not.");
        descriptor.Field(k => k.LastUsedAt).Description("When it last opened something.");
        descriptor.Field(k => k.CreatedAt).Description("When it was issued.");
        descriptor.Field(k => k.Operator).Type<OperatorFilterInput>().Description("The operator who acts with it.");
    }
}

/// <summary><c>input ApiKeySortInput</c>.</summary>
public sealed class ApiKeySortInput : SortInputType<ApiKey>
{
    protected override void Configure(ISortInputTypeDescriptor<ApiKey> descriptor)
    {
        descriptor.Description("The order of API keys. Keys that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(k => k.Name).Description("By name.");
        descriptor.Field(k => k.ExpiresAt).Description("By time of expiry.");
        descriptor.Field(k => k.LastUsedAt).Description("By time of last use.");
        descriptor.Field(k => k.CreatedAt).Description("By time of issue.");
    }
}
