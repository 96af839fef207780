using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

/// <summary><c>type GroupTypeTemplate</c>.</summary>
public sealed class GroupTypeTemplateObjectType : ObjectType<GroupTypeTemplate>
{
    protected override void Configure(IObjectTypeDescriptor<GroupTypeTemplate> descriptor)
    {
        descriptor.Description("What groups of a type are for, what tells whether they do well, and who runs them. New groups begin with it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id)
            .ResolveNodeWith<GroupTypeTemplateNode>(n => GroupTypeTemplateNode.GetGroupTypeTemplateAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id: use it as cache key.");
        descriptor.Field(t => t.Type).Description("The type of groups.");
        descriptor.Field(t => t.Purposes).ParentRequires(nameof(GroupTypeTemplate.PurposeFlags)).Description("What a new group of the type is for, unless it is said.");
        descriptor.Field(t => t.MinAdmins).Description("How many administrators such a group should have at least.");
        descriptor.Field(t => t.MaxAdmins).Description("How many administrators such a group needs at most.");
        descriptor.Field(t => t.Guidance).Description("What such a group lives on, in words.");
        descriptor.Field(t => t.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(t => t.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary>What a template leads to.</summary>
[ExtendObjectType<GroupTypeTemplate>]
public sealed class GroupTypeTemplateNode
{
    [GraphQLIgnore]
    public static Task<GroupTypeTemplate?> GetGroupTypeTemplateAsync(
        long id, ByIdDataLoader<GroupTypeTemplate> templates, CancellationToken cancellationToken) => templates.LoadAsync(id, cancellationToken);

    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("The metrics that tell whether such a group does well, the first counting most.")]
    public static IReadOnlyList<MetricKey> GetKeyMetrics([Parent(nameof(GroupTypeTemplate.KeyMetrics))] GroupTypeTemplate template) =>
        KeyMetricNames.Read(template.KeyMetrics);
}

/// <summary>The templates.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class GroupTypeTemplateQueries
{
    [Authorize(Policies.Read)]
    [Cost(10)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("The template of every type of group.")]
    public static async Task<IReadOnlyList<GroupTypeTemplate>> GetGroupTypeTemplatesAsync(CommunityDbContext db, CancellationToken cancellationToken) =>
        await db.GroupTypeTemplates.AsNoTracking().OrderBy(t => t.Type).ToListAsync(cancellationToken);
}

/// <summary>The template of a group.</summary>
[ExtendObjectType<Group>]
public sealed class TemplateOfGroup
{
    [Cost(1)]
    [GraphQLDescription("What groups of its type are for, what tells whether they do well, and who runs them.")]
    public static Task<GroupTypeTemplate?> GetTemplateAsync(
        [Parent(nameof(Group.Type))] Group group, GroupTypeTemplateDataLoader templates, CancellationToken cancellationToken) =>
        templates.LoadAsync(group.Type, cancellationToken);
}

/// <summary>The templates of types: one statement for a whole list of groups.</summary>
public sealed class GroupTypeTemplateDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<GroupType, GroupTypeTemplate>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<GroupType, GroupTypeTemplate>> LoadBatchAsync(IReadOnlyList<GroupType> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return new Dictionary<GroupType, GroupTypeTemplate>();
        }

        await using var db = database.Create(caller.Scope);
        return await db.GroupTypeTemplates.AsNoTracking().ToDictionaryAsync(t => t.Type, cancellationToken);
    }
}

[GraphQLDescription("A change of a type's template. A field that is not given stays as it is.")]
public sealed record UpdateGroupTypeTemplateInput(
    [property: GraphQLDescription("The type of groups.")] GroupType Type,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What a new group of the type is for.")] Optional<IReadOnlyList<GroupPurpose>?> Purposes,
    [property: GraphQLDescription("The metrics that tell whether such a group does well, the first counting most: at most 10.")] Optional<IReadOnlyList<MetricKey>?> KeyMetrics,
    [property: GraphQLDescription("How many administrators such a group should have at least: 0 to 20.")] int? MinAdmins,
    [property: GraphQLDescription("How many administrators such a group needs at most: 0 to 20, not fewer than at least.")] int? MaxAdmins,
    [property: GraphQLDescription("What such a group lives on, in words.")] Optional<string?> Guidance);

/// <summary>The rules of <see cref="UpdateGroupTypeTemplateInput"/>.</summary>
public sealed class UpdateGroupTypeTemplateValidator : AbstractValidator<UpdateGroupTypeTemplateInput>
{
    public UpdateGroupTypeTemplateValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Purposes.Value).Must(list => list is null || list.Count <= 20).WithErrorCode("TOO_MANY_ROWS").OverridePropertyName("purposes");
        RuleFor(i => i.KeyMetrics.Value).Must(list => list is null || list.Count <= 10).WithErrorCode("TOO_MANY_ROWS").OverridePropertyName("keyMetrics");
        RuleFor(i => i.MinAdmins).InclusiveBetween(0, 20);
        RuleFor(i => i.MaxAdmins).InclusiveBetween(0, 20);
        RuleFor(i => i.Guidance.Value).MaximumLength(GroupTypeTemplate.GuidanceMaxLength).PlainText().OverridePropertyName("guidance");
    }
}

/// <summary>Changes what new groups of a type begin with.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateGroupTypeTemplateMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes what new groups of a type begin with. Groups that are there stay as they are. LEAD only.")]
    public static Task<GroupTypeTemplate> UpdateGroupTypeTemplateAsync(
        UpdateGroupTypeTemplateInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var template = await session.Db.GroupTypeTemplates.SingleAsync(t => t.Type == input.Type, session.CancellationToken);
                session.Expect(template, input.Version);
                template.Purposes = input.Purposes.Or(template.Purposes) ?? [];
                template.KeyMetrics = input.KeyMetrics.HasValue ? KeyMetricNames.Write(input.KeyMetrics.Value ?? []) : template.KeyMetrics;
                template.MinAdmins = input.MinAdmins ?? template.MinAdmins;
                template.MaxAdmins = input.MaxAdmins ?? template.MaxAdmins;
                template.Guidance = input.Guidance.Or(template.Guidance);
                if (template.MaxAdmins < template.MinAdmins)
                {
                    throw InvalidInputException.Of("maxAdmins", "GREATER_THAN_OR_EQUAL", $"'maxAdmins' must not be less than 'minAdmins', {template.MinAdmins}.");
                }

                session.Record(ActivityKind.GroupTypeTemplateUpdated, () => new ActivitySubject { Text = template.Type.ToString().ToUpperInvariant() });
                return template;
            },
            cancellationToken);
}

/// <summary>Metrics as templates store them.</summary>
internal static class KeyMetricNames
{
    public static IReadOnlyList<MetricKey> Read(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<MetricKey>(name.Replace("_", string.Empty), ignoreCase: true))];

    public static string Write(IEnumerable<MetricKey> metrics) =>
        string.Join(' ', metrics.Distinct().Select(metric => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(metric.ToString())));
}
