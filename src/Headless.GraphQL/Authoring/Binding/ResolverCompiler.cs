using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Authoring;

/// <summary>An argument of the field that a parameter of its method is bound to.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Field">The argument, or the field of the mutation's input object.</param>
/// <param name="Container">The argument that has the input object; null where there is none.</param>
internal sealed record BoundArgument(ParameterInfo Parameter, InputField Field, string? Container);

/// <summary>Compiles resolver methods to delegates: no reflection when they run.</summary>
internal sealed class ResolverCompiler(IServiceProvider services, InputConverterFactory converters)
{
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(IResolverContext), "context");

    private readonly IServiceProviderIsService? _isService = services.GetService<IServiceProviderIsService>();

    /// <summary>Whether the parameter takes an argument of the field, and nothing of the request.</summary>
    public bool IsArgument(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(ArgumentAttribute)) || parameter.IsDefined(typeof(IDAttribute)))
        {
            return true;
        }

        var type = parameter.ParameterType;
        return !parameter.IsDefined(typeof(ParentAttribute))
            && !parameter.IsDefined(typeof(ServiceAttribute))
            && !parameter.IsDefined(typeof(FromKeyedServicesAttribute))
            && !parameter.IsDefined(typeof(GlobalStateAttribute))
            && !parameter.IsDefined(typeof(EventMessageAttribute))
            && !IsContext(type)
            && !IsDataLoader(type)
            && !IsService(type);
    }

    public FieldResolver Compile(MethodInfo method, Type? resolverClass, IReadOnlyList<BoundArgument> arguments)
        => Expression.Lambda<FieldResolver>(ToResult(Call(method, resolverClass, arguments, null), method.ReturnType), Context).CompileOnCall();

    /// <summary>A method that finds a node: the decoded id is its first argument.</summary>
    public Func<IResolverContext, object, ValueTask<object?>> CompileNodeResolver(MethodInfo method, Type? resolverClass)
    {
        var id = Expression.Parameter(typeof(object), "id");
        var parameter = method.GetParameters().FirstOrDefault(IsArgument)
            ?? throw new SchemaException($"The node resolver {method.DeclaringType}.{method.Name} takes no id.");
        var call = Call(method, resolverClass, [], new Dictionary<ParameterInfo, Expression> { [parameter] = Expression.Convert(id, parameter.ParameterType) });
        return Expression.Lambda<Func<IResolverContext, object, ValueTask<object?>>>(ToResult(call, method.ReturnType), Context, id).CompileOnCall();
    }

    /// <summary>The result as it is, for what returns a source stream.</summary>
    public Func<IResolverContext, object?> CompileRaw(MethodInfo method, Type? resolverClass, IReadOnlyList<BoundArgument> arguments)
        => Expression.Lambda<Func<IResolverContext, object?>>(Expression.Convert(Call(method, resolverClass, arguments, null), typeof(object)), Context).CompileOnCall();

    /// <summary>A synchronous method that reads nothing but its parent; null for any other.</summary>
    public static Func<object, object?>? TryCompilePure(MethodInfo method, Type? resolverClass)
    {
        var parameters = method.GetParameters();
        if (ClrTypeReference.IsAsynchronous(method.ReturnType)
            || typeof(IQueryable).IsAssignableFrom(method.ReturnType)
            || (!method.IsStatic && resolverClass is not null)
            || parameters.Any(p => !p.IsDefined(typeof(ParentAttribute))))
        {
            return null;
        }

        var parent = Expression.Parameter(typeof(object), "parent");
        var call = Expression.Call(
            method.IsStatic ? null : Expression.Convert(parent, method.DeclaringType!),
            method,
            parameters.Select(p => Expression.Convert(parent, p.ParameterType)));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(call, typeof(object)), parent).CompileOnCall();
    }

    public static Func<object, object?> CompileGetter(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        return Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(parent, property.DeclaringType!), property), typeof(object)),
            parent).CompileOnCall();
    }

    private static Expression ToResult(Expression call, Type type)
    {
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
        {
            throw new SchemaException($"A field needs a value: {call} answers none.");
        }

        return ResolverResults.GetConversion(type) switch
        {
            null => Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object))),
            { Name: nameof(ResolverResults.FromStream) } conversion => Expression.Call(conversion, call, Expression.Property(Context, nameof(IResolverContext.RequestAborted))),
            var conversion => Expression.Call(conversion, call),
        };
    }

    private MethodCallExpression Call(
        MethodInfo method,
        Type? resolverClass,
        IReadOnlyList<BoundArgument> arguments,
        Dictionary<ParameterInfo, Expression>? given)
    {
        var instance = method.IsStatic ? null
            : resolverClass is null ? CallService(nameof(ResolverServices.Parent), method.DeclaringType!)
            : GetInstance(resolverClass);
        return Expression.Call(instance, method, method.GetParameters().Select(p => given is not null && given.TryGetValue(p, out var expression) ? expression : Bind(p, arguments)));
    }

    private Expression GetInstance(Type resolverClass)
        => resolverClass.GetConstructor(Type.EmptyTypes) is not null && !IsService(resolverClass)
            ? Expression.Constant(Activator.CreateInstance(resolverClass), resolverClass)
            : CallService(nameof(ResolverServices.ServiceOrNew), resolverClass);

    private Expression Bind(ParameterInfo parameter, IReadOnlyList<BoundArgument> arguments)
    {
        var type = parameter.ParameterType;
        if (arguments.FirstOrDefault(a => a.Parameter == parameter) is { } argument)
        {
            var converter = converters.Create(type, argument.Field.Type, argument.Field.Features.Get<NodeIdReference>());
            var missing = parameter is { HasDefaultValue: true, DefaultValue: { } value }
                ? type.IsEnum ? Enum.ToObject(type, value) : value
                : type.IsValueType ? Activator.CreateInstance(type) : null;
            var reader = Activator.CreateInstance(typeof(ArgumentReader<>).MakeGenericType(type), argument.Field.Name, argument.Container, converter, missing)!;
            return Expression.Call(Expression.Constant(reader), nameof(ArgumentReader<>.Read), null, Context);
        }

        if (type == typeof(CancellationToken))
        {
            return Expression.Property(Context, nameof(IResolverContext.RequestAborted));
        }

        if (type == typeof(IResolverContext))
        {
            return Context;
        }

        if (type == typeof(IServiceProvider))
        {
            return Expression.Property(Context, nameof(IResolverContext.Services));
        }

        if (type == typeof(Schema))
        {
            return Expression.Property(Context, nameof(IResolverContext.Schema));
        }

        if (type == typeof(ClaimsPrincipal))
        {
            return Expression.Call(typeof(ResolverServices), nameof(ResolverServices.Principal), null, Context);
        }

        if (parameter.IsDefined(typeof(ParentAttribute)))
        {
            return CallService(nameof(ResolverServices.Parent), type);
        }

        if (parameter.IsDefined(typeof(EventMessageAttribute)))
        {
            return CallService(nameof(ResolverServices.EventMessage), type);
        }

        var isNullable = ClrTypeReference.Of(parameter).IsNullable;
        if (parameter.GetCustomAttribute<GlobalStateAttribute>() is { } state)
        {
            return CallService(nameof(ResolverServices.GlobalState), type, Expression.Constant(state.Key ?? parameter.Name!), Expression.Constant(!isNullable && !parameter.HasDefaultValue));
        }

        if ((parameter.GetCustomAttribute<ServiceAttribute>()?.Key ?? parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key as string) is { } key)
        {
            return CallService(nameof(ResolverServices.Keyed), type, Expression.Constant(key));
        }

        return CallService(isNullable ? nameof(ResolverServices.Optional) : nameof(ResolverServices.Required), type);
    }

    private static MethodCallExpression CallService(string method, Type type, params Expression[] more)
        => Expression.Call(typeof(ResolverServices), method, [type], [Context, .. more]);

    private static bool IsContext(Type type)
        => type == typeof(CancellationToken) || type == typeof(IResolverContext) || type == typeof(IServiceProvider)
            || type == typeof(Schema) || type == typeof(ClaimsPrincipal);

    private static bool IsDataLoader(Type type) => type.GetInterfaces().Append(type).Any(i => i.Name.StartsWith("IDataLoader", StringComparison.Ordinal));

    // The container answers yes to every IEnumerable<T>: a list of arguments is not a list of services.
    private bool IsService(Type type)
        => _isService is not null
            && _isService.IsService(type)
            && (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IEnumerable<>) || _isService.IsService(type.GetGenericArguments()[0]));
}
