using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace Headless.GraphQL.Data.Execution;

#pragma warning disable EF1001 // The query provider and the funcletizer are EF Core's own: a test holds their shape.

/// <summary>What stands behind an EF Core query: its context, its model and how its closures become parameters.</summary>
internal sealed class EntityFrameworkSource
{
    private static readonly Dictionary<string, object?> NoParameters = [];
    private static readonly ConditionalWeakTable<IEntityType, EntityQueryRootExpression> Roots = [];

    private readonly IQueryContextFactory _contextFactory;
    private QueryContext? _unused;

    private EntityFrameworkSource(IQueryContextFactory contextFactory)
    {
        _contextFactory = contextFactory;
        _unused = contextFactory.Create();
        Context = _unused.Context;
    }

    public DbContext Context { get; }

    public IModel Model => Context.Model;

    /// <summary>Finds the context behind a query; false where the query is not EF Core's.</summary>
    public static bool TryCreate(IQueryable query, [NotNullWhen(true)] out EntityFrameworkSource? source)
    {
        if (query.Provider is EntityQueryProvider provider && QueryCompilerOf(provider) is QueryCompiler compiler)
        {
            source = new EntityFrameworkSource(QueryContextFactoryOf(compiler));
            return true;
        }

        source = null;
        return false;
    }

    public QueryContext CreateQueryContext(CancellationToken cancellationToken)
    {
        // The first one was made to find the DbContext.
        var context = Interlocked.Exchange(ref _unused, null) ?? _contextFactory.Create();
        context.CancellationToken = cancellationToken;
        return context;
    }

    /// <summary>Replaces what the query captured by parameters, as EF Core does for every query that it runs.</summary>
    /// <param name="query">The query as the resolver answers it.</param>
    /// <param name="parameters">The values of the parameters, not to be changed.</param>
    public Expression Parameterize(Expression query, out Dictionary<string, object?> parameters)
    {
        if (query is EntityQueryRootExpression { EntityType: var entity } && query.GetType() == typeof(EntityQueryRootExpression))
        {
            parameters = NoParameters;
            return Roots.GetValue(entity, static type => new EntityQueryRootExpression(type));
        }

        parameters = [];

        var funcletizer = new ExpressionTreeFuncletizer(
            Model,
            Context.GetService<IEvaluatableExpressionFilter>(),
            Context.GetType(),
            generateContextAccessors: false,
            Context.GetService<IDiagnosticsLogger<DbLoggerCategory.Query>>());
        return funcletizer.ExtractParameters(query, parameters, parameterize: true, clearParameterizedValues: true);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_queryCompiler")]
    private static extern ref IQueryCompiler QueryCompilerOf(EntityQueryProvider provider);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_queryContextFactory")]
    private static extern ref IQueryContextFactory QueryContextFactoryOf(QueryCompiler compiler);
}
