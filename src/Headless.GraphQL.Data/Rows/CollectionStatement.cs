using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Batching;
using Headless.GraphQL.Data.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data.Rows;

/// <summary>Reads a to-many relation of all rows of a store, by the keys of the rows.</summary>
internal abstract class CollectionStatement
{
    public abstract ValueTask ReadAsync(RowStore parents, QueryExecution execution);

    /// <summary>The property of the rows that the relation starts from; null where there is not exactly one.</summary>
    public static IProperty? PrincipalKey(INavigationBase navigation)
    {
        var foreignKey = navigation switch
        {
            INavigation { IsOnDependent: false } one => one.ForeignKey,
            ISkipNavigation { IsOnDependent: false } many => many.ForeignKey,
            _ => null,
        };
        return foreignKey?.PrincipalKey.Properties is [{ PropertyInfo: not null } key] ? key : null;
    }

    /// <summary>The query of the related rows, each with the key of its parent.</summary>
    /// <param name="navigation">The relation.</param>
    /// <param name="traits">How the database takes lists.</param>
    public static Expression BuildQuery(INavigationBase navigation, DatabaseTraits traits)
    {
        var key = PrincipalKey(navigation)!;
        if (navigation is INavigation { ForeignKey.Properties: [{ PropertyInfo: not null } foreignKey] })
        {
            var row = Expression.Parameter(navigation.TargetEntityType.ClrType, "r");
            return Select(navigation.TargetEntityType, row, foreignKey, row, key, traits);
        }

        if (navigation is ISkipNavigation { ForeignKey.Properties: [{ PropertyInfo: not null } own], Inverse.ForeignKey.DependentToPrincipal.PropertyInfo: { } target } many
            && many.JoinEntityType.ClrType != typeof(Dictionary<string, object>))
        {
            var join = Expression.Parameter(many.JoinEntityType.ClrType, "j");
            return Select(many.JoinEntityType, join, own, Expression.Property(join, target), key, traits);
        }

        var owner = Expression.Parameter(navigation.DeclaringEntityType.ClrType, "o");
        var keyed = Expression.Parameter(KeyedRow.TypeOf(key.ClrType, owner.Type), "k");
        var owners = Select(navigation.DeclaringEntityType, owner, key, owner, key, traits);
        var collection = Expression.MakeMemberAccess(
            Expression.Property(keyed, "Row"), navigation.PropertyInfo ?? (MemberInfo)navigation.FieldInfo!);
        return KeyedRow.CallSelectMany(owners, keyed, collection, navigation.TargetEntityType.ClrType);
    }

    public static CollectionStatement Create(int index, int keySlot, Type keyType, Type memberType, RowLayout layout, DbContext context, Expression query, bool synchronous)
        => (CollectionStatement)Activator.CreateInstance(
            typeof(CollectionStatement<,>).MakeGenericType(keyType, memberType), BindingFlags.DoNotWrapExceptions, null,
            [index, keySlot, layout, context, query, synchronous], null)!;

    /// <summary>The type of the column that is compared with the keys.</summary>
    public static Type MemberType(INavigationBase navigation) => navigation switch
    {
        INavigation { ForeignKey.Properties: [{ PropertyInfo: not null } foreignKey] } => foreignKey.ClrType,
        ISkipNavigation { ForeignKey.Properties: [{ PropertyInfo: not null } own], Inverse.ForeignKey.DependentToPrincipal.PropertyInfo: not null } many
            when many.JoinEntityType.ClrType != typeof(Dictionary<string, object>) => own.ClrType,
        _ => PrincipalKey(navigation)!.ClrType,
    };

    private static MethodCallExpression Select(
        IEntityType entity, ParameterExpression row, IProperty column, Expression element, IProperty key, DatabaseTraits traits)
    {
        var member = Expression.Property(row, column.PropertyInfo!);
        var keys = new QueryParameterExpression(
            BatchStatement.KeysParameter, typeof(List<>).MakeGenericType(member.Type), CompiledParameters.ListMode(traits, member.Type));
        var matches = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [member.Type], keys, member);
        var rows = Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [row.Type],
            new EntityQueryRootExpression(entity), Expression.Quote(Expression.Lambda(matches, row)));
        var selector = Expression.Lambda(
            KeyedRow.New(member.Type == key.ClrType ? member : Expression.Convert(member, key.ClrType), element), row);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Select), [row.Type, selector.ReturnType], rows, Expression.Quote(selector));
    }
}

internal sealed class CollectionStatement<TKey, TMember>(int index, int keySlot, RowLayout layout, DbContext context, Expression query, bool synchronous)
    : CollectionStatement
    where TKey : notnull
{
    private readonly CompiledQuery<RowStore> _query = new(context, query, synchronous);

    public override async ValueTask ReadAsync(RowStore parents, QueryExecution execution)
    {
        var ofParents = parents.Column<TKey>(keySlot);
        var keys = new ParentKeys<TKey, TMember>(parents.Count);
        for (var i = 0; i < parents.Count; i++)
        {
            keys.Add(i, ofParents[i]);
        }

        var rows = new RowStore(layout);
        if (keys.Count > 0)
        {
            var context = execution.CreateContext();
            context.Parameters[BatchStatement.KeysParameter] = keys.Values;
            await _query.ReadRowsAsync(context, rows).ConfigureAwait(false);
            await rows.ReadCollectionsAsync(execution).ConfigureAwait(false);
        }

        parents.Children[index] = keys.Group(rows, int.MaxValue);
    }
}
