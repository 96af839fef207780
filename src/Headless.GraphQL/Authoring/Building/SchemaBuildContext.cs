using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL;

/// <summary>
/// The schema while it is built, for parts of the engine that add types of their own: paging, filtering, sorting. Reach it through
/// <see cref="ObjectFieldDescriptorExtension.OnCreate"/>.
/// </summary>
public abstract class SchemaBuildContext : IDescriptorContext
{
    private protected SchemaBuildContext()
    {
    }

    public abstract IServiceProvider Services { get; }

    public abstract IDictionary<string, object?> ContextData { get; }

    /// <summary>
    /// The type of that name, created on the first call. <paramref name="create"/> must only construct it: <paramref name="complete"/>, called
    /// right after the type has been registered, adds its fields and may ask for types that refer back to it.
    /// </summary>
    /// <exception cref="SchemaException">There is a type of another kind under the name.</exception>
    public abstract T GetOrAddType<T>(string name, Func<string, T> create, Action<T>? complete = null)
        where T : NamedType;

    /// <summary>The named type, where it has been created already.</summary>
    public abstract NamedType? FindType(string name);

    /// <summary>
    /// The type of a field that answers the CLR type: value types that are not <see cref="Nullable{T}"/> are non-null, reference types
    /// nullable; sequences are lists. Unknown classes become object types.
    /// </summary>
    public abstract GraphQLType GetOutputType(Type clrType);

    /// <summary>The type of a field with the nullability that the member declares; tasks and value tasks are unwrapped.</summary>
    public abstract GraphQLType GetOutputType(MemberInfo member);

    /// <summary>The type of an argument or input field of the CLR type, with nullability as in <see cref="GetOutputType(Type)"/>. Unknown classes become input object types.</summary>
    public abstract GraphQLType GetInputType(Type clrType);

    /// <summary>The object type of a CLR type.</summary>
    public abstract ObjectType GetObjectType(Type clrType);

    /// <summary>The name that a type has in the schema: from attributes or configuration, otherwise by convention.</summary>
    public abstract string GetTypeName(Type clrType);

    /// <summary>The name that a property or method has as a field: from attributes, otherwise by convention.</summary>
    public abstract string GetMemberName(MemberInfo member);

    /// <summary>The name that a value of an enum has.</summary>
    public abstract string GetEnumValueName(Enum value);

    /// <summary>
    /// The name of the type whose global ids the schema shows the property as; null where it shows it as it is. Known from attributes and
    /// configuration, also before the type has its fields.
    /// </summary>
    public abstract string? GetNodeTypeName(Type clrType, PropertyInfo property);

    /// <summary>The field's resolver, also where it only has a <see cref="OutputField.PureResolver"/>.</summary>
    public abstract FieldResolver GetResolver(OutputField field);

    /// <summary>The CLR result type of the member behind a field, tasks unwrapped: <c>IQueryable&lt;Track&gt;</c>.</summary>
    public abstract Type GetResultType(OutputField field);

    /// <summary>The weights that conventions give.</summary>
    internal abstract CostOptions CostOptions { get; }

    /// <summary>Gives a member that states no weight of its own the one that a convention has for it, where conventions are wanted.</summary>
    internal abstract void ApplyDefaultCost(TypeMember member, double? weight);

    /// <summary>Says how long the list of a field is by convention, where conventions are wanted.</summary>
    internal abstract void ApplyDefaultListSize(OutputField field, ListSizeDirective listSize);

    /// <summary>Called when every type known so far has its fields; may ask for new types and register again.</summary>
    public abstract void OnTypesCompleted(Action action);
}

/// <summary>Properties of the parent that a field's resolver reads: a projection must load them. Attached to <see cref="OutputField.Features"/>.</summary>
/// <param name="Properties">Names of CLR properties of the parent's type.</param>
public sealed record ParentRequirements(IReadOnlyList<string> Properties);

/// <summary>Whether a projection loads the field's property always or never. Attached to <see cref="OutputField.Features"/>.</summary>
public sealed record ProjectionRule(bool IsProjected);

/// <summary>A schema that cannot be built: every problem that was found.</summary>
public sealed class SchemaException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public SchemaException(string problem)
        : this([problem])
    {
    }

    public IReadOnlyList<string> Problems { get; } = problems;
}
