using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.InputTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.GraphQL.Data.Projection;

/// <summary>Builds partial entities, <c>new Group { Id = g.Id, Name = g.Name }</c>: the key and the selected columns, to-one relations joined.</summary>
internal static class EntityProjection
{
    /// <summary>The projection of an element; false where entities of the type must be read whole: it is part of a hierarchy or has no parameterless constructor.</summary>
    public static bool TryBuild(IEntityType entity, SelectedMembers selected, Expression source, [NotNullWhen(true)] out Expression? projection)
    {
        projection = null;
        if (ConstructorOf(entity) is not { } constructor)
        {
            return false;
        }

        var all = selected.IncludesAll || selected.Names.Any(name => !IsMapped(entity, name));
        var bindings = new List<MemberBinding>();
        foreach (var property in entity.GetProperties())
        {
            if (property.IsShadowProperty() || !(all || property.IsPrimaryKey() || selected.Find(property.Name) is not null))
            {
                continue;
            }

            if (!TryBind(property, Read(source, property), bindings))
            {
                return false;
            }
        }

        foreach (var property in entity.GetComplexProperties())
        {
            if ((all || selected.Find(property.Name) is not null) && !TryBind(property, Read(source, property), bindings))
            {
                return false;
            }
        }

        foreach (var navigation in entity.GetNavigations().Cast<INavigationBase>().Concat(entity.GetSkipNavigations()))
        {
            var members = selected.Find(navigation.Name);
            var isOwned = navigation.TargetEntityType.IsOwned();
            if (members is null && !(all && isOwned))
            {
                continue;
            }

            var value = isOwned ? Read(source, navigation) : BuildRelation(navigation, members!, Read(source, navigation));
            if (value is null || !TryBind(navigation, value, bindings))
            {
                return false;
            }
        }

        projection = Expression.MemberInit(Expression.New(constructor), bindings);
        return true;
    }

    /// <summary>How partial entities of a type are made; null where its entities must be read whole.</summary>
    public static ConstructorInfo? ConstructorOf(IEntityType entity)
        => entity.ClrType.IsAbstract || entity.BaseType is not null || entity.GetDerivedTypes().Any()
            ? null
            : entity.ClrType.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []);

    /// <summary>The relations that must be included where entities are read whole, as paths of navigation names.</summary>
    public static IEnumerable<string> IncludePaths(IEntityType entity, SelectedMembers selected)
    {
        foreach (var name in selected.Names)
        {
            INavigationBase? navigation = entity.FindNavigation(name);
            navigation ??= entity.FindSkipNavigation(name);
            if (navigation is null || navigation.TargetEntityType.IsOwned())
            {
                continue;
            }

            yield return name;
            foreach (var path in IncludePaths(navigation.TargetEntityType, selected.Find(name)!))
            {
                yield return name + "." + path;
            }
        }
    }

    /// <summary>Whether a projection reads to-many relations, which cost a statement each.</summary>
    public static bool HasCollections(IEntityType entity, SelectedMembers selected)
        => selected.Names.Any(name =>
        {
            INavigationBase? navigation = entity.FindNavigation(name);
            navigation ??= entity.FindSkipNavigation(name);
            return navigation is not null && (navigation.IsCollection || HasCollections(navigation.TargetEntityType, selected.Find(name)!));
        });

    private static Expression? BuildRelation(INavigationBase navigation, SelectedMembers members, Expression source)
    {
        var target = navigation.TargetEntityType;
        if (navigation.IsCollection)
        {
            var element = Expression.Parameter(target.ClrType, "r");
            var selector = Expression.Lambda(TryBuild(target, members, element, out var item) ? item : element, element);
            var items = Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [target.ClrType, target.ClrType], source, selector);
            return Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [target.ClrType], items);
        }

        if (!TryBuild(target, members, source, out var related))
        {
            return source;
        }

        var isRequired = navigation is INavigation { IsOnDependent: true, ForeignKey.IsRequired: true };
        return isRequired
            ? related
            : Expression.Condition(Comparisons.IsNull(source), Expression.Constant(null, related.Type), related);
    }

    private static bool IsMapped(IEntityType entity, string name)
        => entity.FindProperty(name) is not null || entity.FindComplexProperty(name) is not null
            || entity.FindNavigation(name) is not null || entity.FindSkipNavigation(name) is not null;

    private static MemberExpression Read(Expression source, IReadOnlyPropertyBase property)
        => property.PropertyInfo is { } info ? Expression.Property(source, info) : Expression.Field(source, property.FieldInfo!);

    /// <summary>An automatic property itself, so that columns keep its name; otherwise the field, as EF Core prefers.</summary>
    public static MemberInfo? WritableMember(IReadOnlyPropertyBase property)
    {
        var isAutomatic = property.FieldInfo is null || property.FieldInfo.Name.EndsWith(">k__BackingField", StringComparison.Ordinal);
        if (isAutomatic && property.PropertyInfo is { CanWrite: true } info)
        {
            return info;
        }

        return property.FieldInfo is { IsInitOnly: false } @field ? @field : property.PropertyInfo is { CanWrite: true } writable ? writable : null;
    }

    private static bool TryBind(IReadOnlyPropertyBase property, Expression value, List<MemberBinding> bindings)
    {
        var member = WritableMember(property);
        var type = member is FieldInfo f ? f.FieldType : (member as PropertyInfo)?.PropertyType;
        if (member is null || !type!.IsAssignableFrom(value.Type))
        {
            return false;
        }

        bindings.Add(Expression.Bind(member, value));
        return true;
    }
}
