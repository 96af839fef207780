using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Authoring;

/// <summary>
/// Puts the checks of requirements around resolvers, steps and source streams. A type's requirement holds for every field that answers the
/// type and, for a root type or one that unions and interfaces answer, for its own fields; <c>node</c> and <c>nodes</c> check the type they find.
/// </summary>
internal sealed class AuthorizationWeaver
{
    private const int MaxGeneratedDepth = 4;

    private readonly Dictionary<NamedType, IReadOnlyList<AuthorizeDirective>> _ofTypes = [];
    private readonly Dictionary<OutputField, IReadOnlyList<AuthorizeDirective>> _ofFields = [];
    private readonly HashSet<OutputField> _anonymous = [];

    public void Require(NamedType type, IReadOnlyList<AuthorizeDirective> directives)
    {
        if (directives.Count > 0)
        {
            _ofTypes[type] = [.. directives.Distinct()];
        }
    }

    public void Require(OutputField field, IReadOnlyList<AuthorizeDirective> directives, bool allowAnonymous)
    {
        if (directives.Count > 0)
        {
            _ofFields[field] = [.. directives];
        }

        if (allowAnonymous)
        {
            _anonymous.Add(field);
        }
    }

    /// <summary>Throws what the field answers where the caller may not see the type.</summary>
    public ValueTask EnsureAllowedAsync(NamedType type, IResolverContext context)
        => _ofTypes.TryGetValue(type, out var directives) ? AuthorizationCheck.EnsureAsync(context, directives) : default;

    public void Weave(IReadOnlyList<NamedType> types)
    {
        var abstractMembers = types.OfType<UnionType>().SelectMany(u => u.Types)
            .Concat(types.OfType<ObjectType>().Where(o => o.Interfaces.Exists(i => i.RuntimeType is not null)))
            .ToHashSet();
        foreach (var type in types.OfType<ObjectType>())
        {
            var isOpen = type.Name is OperationTypeNames.Query or OperationTypeNames.Mutation or OperationTypeNames.Subscription || abstractMembers.Contains(type);
            foreach (var field in type.Fields)
            {
                var directives = new List<AuthorizeDirective>();
                if (isOpen && !_anonymous.Contains(field) && _ofTypes.TryGetValue(type, out var ofType))
                {
                    directives.AddRange(ofType);
                }

                if (!IsGenerated(type))
                {
                    AddRequirementsOfResult(field.Type.Named, directives, 0);
                }

                if (_ofFields.TryGetValue(field, out var ofField))
                {
                    directives.AddRange(ofField);
                }

                if (directives.Count > 0)
                {
                    Apply(field, [.. directives.Distinct()]);
                }
            }
        }
    }

    // Connections, edges and payloads have no CLR type of their own: what they carry is checked where they are answered, because a planner
    // may read them without their resolvers.
    private static bool IsGenerated(NamedType type) => type is ObjectType { RuntimeType: null } && type.Name is not (OperationTypeNames.Query or OperationTypeNames.Mutation or OperationTypeNames.Subscription);

    private void AddRequirementsOfResult(NamedType result, List<AuthorizeDirective> directives, int depth)
    {
        if (_ofTypes.TryGetValue(result, out var ofResult))
        {
            directives.AddRange(ofResult);
        }

        if (depth < MaxGeneratedDepth && IsGenerated(result))
        {
            foreach (var field in ((ObjectType)result).Fields)
            {
                AddRequirementsOfResult(field.Type.Named, directives, depth + 1);
            }
        }
    }

    private static void Apply(OutputField field, IReadOnlyList<AuthorizeDirective> directives)
    {
        field.Features.Set(new AuthorizationRequirements(directives));
        IReadOnlyList<AuthorizeDirective> before = [.. directives.Where(d => d.Apply is not ApplyPolicy.AfterResolver)];
        IReadOnlyList<AuthorizeDirective> after = [.. directives.Where(d => d.Apply is ApplyPolicy.AfterResolver)];
        if (field.Subscribe is { } subscribe)
        {
            field.Subscribe = async context =>
            {
                await AuthorizationCheck.EnsureAsync(context, directives).ConfigureAwait(false);
                return await subscribe(context).ConfigureAwait(false);
            };
        }

        if (field.Features.Get<IFieldPlanner>() is { } planner)
        {
            field.Features.Set<IFieldPlanner>(new AuthorizingPlanner(planner, directives));
        }

        FieldResolver? resolver = field.Resolver;
        if (resolver is null && field.PureResolver is { } pure)
        {
            resolver = context => new ValueTask<object?>(pure(context.Parent<object>()));
            field.PureResolver = null;
        }

        if (resolver is not null)
        {
            field.Resolver = async context =>
            {
                await AuthorizationCheck.EnsureAsync(context, before).ConfigureAwait(false);
                var result = await resolver(context).ConfigureAwait(false);
                await AuthorizationCheck.EnsureAsync(context, after).ConfigureAwait(false);
                return result;
            };
        }
    }

    private sealed class AuthorizingPlanner(IFieldPlanner inner, IReadOnlyList<AuthorizeDirective> directives) : IFieldPlanner
    {
        public IFieldStep CreateStep(FieldPlan field) => new AuthorizingStep(inner.CreateStep(field), directives);
    }

    private sealed class AuthorizingStep(IFieldStep inner, IReadOnlyList<AuthorizeDirective> directives) : IFieldStep
    {
        public async ValueTask ExecuteAsync(FieldStepContext context)
        {
            try
            {
                await AuthorizationCheck.EnsureAsync(context.GetResolverContext(0), directives).ConfigureAwait(false);
            }
            catch (GraphQLException exception)
            {
                for (var i = 0; i < context.Count; i++)
                {
                    context.SetError(i, exception);
                }

                return;
            }

            await inner.ExecuteAsync(context).ConfigureAwait(false);
        }
    }
}
