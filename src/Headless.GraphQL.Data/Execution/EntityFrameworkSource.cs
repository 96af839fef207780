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
internal readonly struct EntityFrameworkSource
{
    private readonly IQueryContextFactory _contextFactory;

    private EntityFrameworkSource(IQueryContextFactory contextFactory, DbContext context)
    {
        _contextFactory = contextFactory;
        Context = context;
    }

    public DbContext Context { get; }

    public IModel Model => Context.Model;

    /// <summary>Finds the context behind a query; false where the query is not EF Core's.</summary>
    public static bool TryCreate(IQueryable query, out EntityFrameworkSource source)
    {
        if (query.Provider is EntityQueryProvider provider && QueryCompilerOf(provider) is QueryCompiler compiler)
        {
            var factory = QueryContextFactoryOf(compiler);
            source = new EntityFrameworkSource(factory, factory.Create().Context);
            return true;
        }

        source = default;
        return false;
    }

    public QueryContext CreateQueryContext(CancellationToken cancellationToken)
    {
        var context = _contextFactory.Create();
        context.CancellationToken = cancellationToken;
        return context;
    }

    /// <summary>Replaces what the query captured by parameters, as EF Core does for every query that it runs.</summary>
    public Expression Parameterize(Expression query, Dictionary<string, object?> parameters)
    {
        if (query is EntityQueryRootExpression { EntityType: var entity } && query.GetType() == typeof(EntityQueryRootExpression))
        {
            return new EntityQueryRootExpression(entity);
        }

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
