// The part of HotChocolate 15.1's public API that Headless.Server is written against: names, namespaces and signatures, nothing behind them.
// Checked against ChilliCream/graphql-platform of April 2025, the month of 15.1. A test compiles the server on it. To use something
// more, declare it here as it is declared there.
// In this file: HotChocolate.Abstractions, HotChocolate.Authorization, HotChocolate.Types.Errors.
namespace HotChocolate
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Enum | AttributeTargets.Parameter | AttributeTargets.Field)]
    public sealed class GraphQLDescriptionAttribute(string description) : Attribute
    {
        public string Description => description;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Enum | AttributeTargets.Field)]
    public sealed class GraphQLNameAttribute(string name) : Attribute
    {
        public string Name => name;
    }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field)]
    public sealed class GraphQLIgnoreAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ParentAttribute(string? requires = null) : Attribute
    {
        public string? Requires => requires;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class EventMessageAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class GlobalStateAttribute(string key) : Attribute
    {
        public string? Key { get; } = key;
    }

    public interface IHasContextData
    {
        IDictionary<string, object?> ContextData { get; }
    }

    public interface IError
    {
        string Message { get; }

        string? Code { get; }

        Exception? Exception { get; }

        IError WithMessage(string message);

        IError WithCode(string? code);
    }

    public interface IErrorFilter
    {
        IError OnError(IError error);
    }

    public interface IErrorBuilder
    {
        IErrorBuilder SetMessage(string message);

        IErrorBuilder SetCode(string? code);

        IErrorBuilder SetExtension(string key, object? value);

        IError Build();
    }

    public class ErrorBuilder : IErrorBuilder
    {
        public static ErrorBuilder New() => throw null!;

        public IErrorBuilder SetMessage(string message) => throw null!;

        public IErrorBuilder SetCode(string? code) => throw null!;

        public IErrorBuilder SetExtension(string key, object? value) => throw null!;

        public IError Build() => throw null!;
    }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Field)]
    public sealed class GraphQLTypeAttribute<T> : Attribute;

    public class GraphQLException : Exception
    {
        public GraphQLException(string message) => throw null!;

        public GraphQLException(IError error) => throw null!;

        public GraphQLException(params IError[] errors) => throw null!;

        public GraphQLException(IEnumerable<IError> errors) => throw null!;
    }

    public interface IOptional
    {
        object? Value { get; }

        bool HasValue { get; }

        bool IsEmpty { get; }
    }

    public readonly struct Optional<T> : IEquatable<Optional<T>>, IOptional
    {
        public Optional(T? value) => throw null!;

        public T? Value => throw null!;

        object? IOptional.Value => throw null!;

        [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
        public bool HasValue => throw null!;

        public bool IsEmpty => throw null!;

        public static implicit operator Optional<T>(T value) => throw null!;

        [return: System.Diagnostics.CodeAnalysis.MaybeNull]
        public static implicit operator T(Optional<T> optional) => throw null!;

        public static Optional<T> Empty(T? defaultValue = default) => throw null!;

        public bool Equals(Optional<T> other) => throw null!;
    }
}

namespace HotChocolate.Authorization
{
    public enum ApplyPolicy
    {
        BeforeResolver,
        AfterResolver,
        Validation,
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
    public class AuthorizeAttribute : HotChocolate.Types.DescriptorAttribute
    {
        public AuthorizeAttribute()
        {
        }

        public AuthorizeAttribute(string policy) => throw null!;

        public AuthorizeAttribute(string policy, ApplyPolicy apply) => throw null!;

        public AuthorizeAttribute(ApplyPolicy apply) => throw null!;

        public string? Policy { get; set; }

        public string[]? Roles { get; set; }

        public ApplyPolicy Apply { get; set; }
    }

    public class AuthorizationOptions
    {
        public Action<HotChocolate.Types.IObjectFieldDescriptor>? ConfigureNodeFields { get; set; }
    }
}

namespace HotChocolate.Resolvers
{
    public interface IResolverContext : IHasContextData
    {
        TValueNode ArgumentLiteral<TValueNode>(string name)
            where TValueNode : HotChocolate.Language.IValueNode;
    }

    public interface IMiddlewareContext : IResolverContext
    {
        object? Result { get; set; }
    }
}

namespace HotChocolate.Language
{
    public interface ISyntaxNode
    {
        SyntaxKind Kind { get; }
    }

    public interface IValueNode : ISyntaxNode;

    public enum SyntaxKind
    {
        NullValue,
    }
}

namespace HotChocolate
{
    public abstract class Path;
}
