using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Delivery;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Writing;

namespace Headless.Server.Features.Webhooks;

[GraphQLDescription("A webhook to register.")]
public sealed record CreateWebhookInput(
    [property: GraphQLDescription("What it is for, at most 100 characters.")] string Name,
    [property: GraphQLDescription("Where messages are posted to: an https address on the public Internet.")] string Url,
    [property: GraphQLDescription("A subscription that shapes data in the payload, such as: subscription { onActivity { id kind member { displayName } } }. Its arguments select too. A standard one unless given.")] string? Query,
    [property: GraphQLDescription("Only activities of these kinds, at most 100; of all unless given.")] IReadOnlyList<ActivityKind>? Kinds,
    [property: ID<Group>] [property: GraphQLDescription("Only activities of these groups, at most 200; of all that you may see unless given.")] IReadOnlyList<long>? GroupIds,
    [property: GraphQLDescription("What it may see of what you may: READ always, READ_PERSONAL_DATA, READ_METRICS. Without personal data the text of a message is null.")] IReadOnlyList<ApiKeyScope>? Scopes,
    [property: GraphQLDescription("Begin behind this cursor of the log; with what happens from now on unless given.")] string? After);

[GraphQLDescription("A change of a webhook. A field that is not given stays as it is.")]
public sealed record UpdateWebhookInput(
    [property: ID<Webhook>] [property: GraphQLDescription("The webhook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What it is for.")] Optional<string?> Name,
    [property: GraphQLDescription("Where messages are posted to, those that wait included.")] Optional<string?> Url,
    [property: GraphQLDescription("A subscription that shapes data in the payload; null: the standard one.")] Optional<string?> Query,
    [property: GraphQLDescription("Only activities of these kinds, at most 100; empty or null: of all.")] Optional<IReadOnlyList<ActivityKind>?> Kinds,
    [property: ID<Group>] [property: GraphQLDescription("Only activities of these groups, at most 200; empty or null: of all.")] Optional<IReadOnlyList<long>?> GroupIds,
    [property: GraphQLDescription("What it may see of what its operator may: READ always, READ_PERSONAL_DATA, READ_METRICS.")] Optional<IReadOnlyList<ApiKeyScope>?> Scopes);

[GraphQLDescription("A webhook with its secret.")]
public sealed record IssuedWebhook(
    [property: GraphQLDescription("The webhook.")] Webhook Webhook,
    [property: GraphQLDescription("The secret that messages are signed with, for a library of Standard Webhooks: whsec_ and Base64. It is shown this once.")] string Secret);

/// <summary>The rules of <see cref="CreateWebhookInput"/>.</summary>
public sealed class CreateWebhookValidator : AbstractValidator<CreateWebhookInput>
{
    public CreateWebhookValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Webhook.NameMaxLength).PlainText();
        RuleFor(i => i.Url).NotEmpty().MaximumLength(Webhook.UrlMaxLength).WebAddress();
        RuleFor(i => i.Query).MaximumLength(Webhook.QueryMaxLength).PlainText();
        RuleFor(i => i.Kinds).AtMost(Webhook.MaxKinds);
        RuleFor(i => i.GroupIds).AtMost(Webhook.MaxGroups);
    }
}

/// <summary>The rules of <see cref="UpdateWebhookInput"/>.</summary>
public sealed class UpdateWebhookValidator : AbstractValidator<UpdateWebhookInput>
{
    public UpdateWebhookValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Webhook.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Url.Value).NotEmpty().MaximumLength(Webhook.UrlMaxLength).WebAddress().When(i => i.Url.HasValue).OverridePropertyName("url");
        RuleFor(i => i.Query.Value).MaximumLength(Webhook.QueryMaxLength).PlainText().OverridePropertyName("query");
        RuleFor(i => i.Kinds.Value).AtMost(Webhook.MaxKinds).OverridePropertyName("kinds");
        RuleFor(i => i.GroupIds.Value).AtMost(Webhook.MaxGroups).OverridePropertyName("groupIds");
    }
}

/// <summary>Registers webhooks and changes them.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
internal sealed class CreateWebhookMutations
{
    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "issuedWebhook")]
    [GraphQLDescription("Registers a webhook of the caller's and answers the secret that its messages are signed with, which cannot be had again.")]
    public static Task<IssuedWebhook> CreateWebhookAsync(
        CreateWebhookInput input,
        CommunityWriter writer,
        WebhookNetwork network,
        WebhookSecrets secrets,
        IEventDocuments documents,
        IActivityCursors cursors,
        CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                network.RequireUrl(input.Url);
                var owner = await session.FindAsync<Operator>(session.Caller.OperatorId!.Value, "id");
                var (role, scopes) = (session.Caller.Role!.Value, session.ScopesOf(input.Scopes));
                await session.RequireQueryAsync(documents, input.Query, owner, role, scopes);
                var (stored, shown) = secrets.Create();
                var webhook = new Webhook
                {
                    Name = input.Name,
                    Url = input.Url,
                    Query = input.Query,
                    OperatorId = owner.Id,
                    Role = role,
                    ScopeFlags = scopes,
                    Secret = stored,
                    Position = await session.PositionAsync(input.After, cursors),
                };
                webhook.Kinds.AddRange((input.Kinds ?? []).Distinct().Select(kind => new WebhookKind { Kind = kind }));
                webhook.Groups.AddRange((await session.RequireGroupsAsync(input.GroupIds)).Select(id => new WebhookGroup { GroupId = id }));
                session.Db.Webhooks.Add(webhook);
                session.RecordWebhook(ActivityKind.WebhookCreated, webhook);
                return new IssuedWebhook(webhook, shown);
            },
            cancellationToken);

    [Authorize(Policies.ManageWebhooks)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a webhook; what waits to be delivered goes by the new settings.")]
    public static Task<Webhook> UpdateWebhookAsync(
        UpdateWebhookInput input, CommunityWriter writer, WebhookNetwork network, IEventDocuments documents, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var webhook = await session.FindWebhookAsync(input.Id);
                session.Expect(webhook, input.Version);
                webhook.Name = input.Name.Or(webhook.Name)!;
                if (input.Url.HasValue)
                {
                    network.RequireUrl(input.Url.Value!);
                    webhook.Url = input.Url.Value!;
                }

                if (input.Scopes.HasValue)
                {
                    webhook.ScopeFlags = session.ScopesOf(input.Scopes.Value);
                }

                if (input.Query.HasValue || input.Scopes.HasValue)
                {
                    webhook.Query = input.Query.Or(webhook.Query);
                    await session.RequireQueryAsync(documents, webhook.Query, webhook.Operator, webhook.Role, webhook.ScopeFlags);
                }

                if (input.Kinds.HasValue)
                {
                    webhook.Kinds.Clear();
                    webhook.Kinds.AddRange((input.Kinds.Value ?? []).Distinct().Select(kind => new WebhookKind { Kind = kind }));
                }

                if (input.GroupIds.HasValue)
                {
                    var groups = await session.RequireGroupsAsync(input.GroupIds.Value);
                    await session.Db.WebhookGroups.IgnoreQueryFilters().Where(g => g.WebhookId == webhook.Id).ExecuteDeleteAsync(session.CancellationToken);
                    session.Db.WebhookGroups.AddRange(groups.Select(id => new WebhookGroup { WebhookId = webhook.Id, GroupId = id }));
                }

                session.RecordWebhook(ActivityKind.WebhookUpdated, webhook);
                return webhook;
            },
            cancellationToken);
}
