using System.Reflection;
using System.Text;

namespace Headless.GraphQL.Authoring;

/// <summary>Names of schema elements by HotChocolate's conventions; attributes go first.</summary>
internal static class NamingConventions
{
    /// <summary>camelCase; a method loses <c>Get</c> in front and, where it answers a task, <c>Async</c> at the end.</summary>
    public static string FieldName(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } attribute)
        {
            return attribute.Name;
        }

        var name = member.Name;
        if (member is MethodInfo method)
        {
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3]))
            {
                name = name[3..];
            }

            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) && ClrTypeReference.IsAsynchronous(method.ReturnType))
            {
                name = name[..^5];
            }
        }

        return CamelCase(name);
    }

    public static string ArgumentName(ParameterInfo parameter)
        => parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name
            ?? parameter.GetCustomAttribute<ArgumentAttribute>()?.Name
            ?? CamelCase(parameter.Name!);

    /// <summary>The CLR name; <c>Page&lt;Track&gt;</c> is <c>PageOfTrack</c>.</summary>
    public static string OutputTypeName(Type type)
        => type.GetCustomAttribute<GraphQLNameAttribute>()?.Name
            ?? type.GetCustomAttribute<ObjectTypeAttribute>()?.Name
            ?? type.GetCustomAttribute<InterfaceTypeAttribute>()?.Name
            ?? type.GetCustomAttribute<UnionTypeAttribute>()?.Name
            ?? type.GetCustomAttribute<EnumTypeAttribute>()?.Name
            ?? ClrName(type);

    /// <summary>The name as of an output type, with <c>Input</c> at its end.</summary>
    public static string InputTypeName(Type type)
    {
        if ((type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? type.GetCustomAttribute<InputObjectTypeAttribute>()?.Name) is { } name)
        {
            return name;
        }

        name = ClrName(type);
        return name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input";
    }

    /// <summary>SCREAMING_SNAKE_CASE of the value's name.</summary>
    public static string EnumValueName(FieldInfo value)
        => value.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? ScreamingSnakeCase(value.Name);

    /// <summary>Lowers the leading run of capitals but the one that starts a word: <c>URLPath</c> is <c>urlPath</c>.</summary>
    public static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        return string.Create(name.Length, name, static (chars, source) =>
        {
            source.CopyTo(chars);
            for (var i = 0; i < chars.Length && char.IsUpper(chars[i]); i++)
            {
                if (i > 0 && i + 1 < chars.Length && !char.IsUpper(chars[i + 1]))
                {
                    break;
                }

                chars[i] = char.ToLowerInvariant(chars[i]);
            }
        });
    }

    public static string PascalCase(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private static string ScreamingSnakeCase(string name)
    {
        var builder = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && !char.IsUpper(name[i - 1]))
            {
                builder.Append('_');
            }

            builder.Append(char.ToUpperInvariant(name[i]));
        }

        return builder.ToString();
    }

    private static string ClrName(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var name = type.Name[..type.Name.IndexOf('`')];
        return name + "Of" + string.Join("And", type.GetGenericArguments().Select(a => PascalCase(ClrName(a))));
    }
}
