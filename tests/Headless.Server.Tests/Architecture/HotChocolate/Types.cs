// HotChocolate.Types with its Errors, Mutations and CursorPagination, HotChocolate.CostAnalysis, the extensions of HotChocolate.Authorization.
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using HotChocolate.Authorization;
using HotChocolate.Types.Relay.Descriptors;

namespace HotChocolate.Types
{
    public interface IType;

    public interface IInputType : IType;

    public interface IFile
    {
        string Name { get; }

        long? Length { get; }

        string? ContentType { get; }

        System.IO.Stream OpenReadStream();

        Task CopyToAsync(System.IO.Stream target, CancellationToken cancellationToken = default);
    }

    public sealed class UploadType : IType;

    public abstract class DescriptorAttribute : Attribute
    {
        public int Order { get; set; }
    }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
    public abstract class ObjectFieldDescriptorAttribute : DescriptorAttribute;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true, AllowMultiple = true)]
    public abstract class ObjectTypeDescriptorAttribute : DescriptorAttribute;

    public static class OperationTypeNames
    {
        public const string Query = nameof(Query);
        public const string Mutation = nameof(Mutation);
        public const string Subscription = nameof(Subscription);
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    public sealed class ExtendObjectTypeAttribute : ObjectTypeDescriptorAttribute
    {
        public ExtendObjectTypeAttribute(string? name = null) => throw null!;

        public ExtendObjectTypeAttribute(Type extendsType) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    public sealed class ExtendObjectTypeAttribute<T> : ObjectTypeDescriptorAttribute;

    public abstract class InputObjectTypeDescriptorAttribute : DescriptorAttribute;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    public sealed class OneOfAttribute : InputObjectTypeDescriptorAttribute;

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class SubscribeAttribute : ObjectFieldDescriptorAttribute
    {
        public Type? MessageType { get; set; }

        public string? With { get; set; }
    }

    public class ErrorAttribute : ObjectFieldDescriptorAttribute
    {
        public ErrorAttribute(Type errorType) => throw null!;
    }

    public sealed class ErrorAttribute<TError> : ErrorAttribute
    {
        public ErrorAttribute()
            : base(typeof(TError))
        {
        }
    }

    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
    public sealed class DefaultValueAttribute : DescriptorAttribute
    {
        public DefaultValueAttribute(object? value) => throw null!;
    }

    public class UseMutationConventionAttribute : ObjectFieldDescriptorAttribute
    {
        public string? PayloadFieldName { get; set; }
    }

    public abstract class InterfaceTypeDescriptorAttribute : DescriptorAttribute;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    public sealed class InterfaceTypeAttribute(string? name = null) : InterfaceTypeDescriptorAttribute
    {
        public string? Name { get; set; } = name;
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = false)]
    public sealed class UsePagingAttribute : DescriptorAttribute
    {
        public UsePagingAttribute(Type? type = null, [CallerLineNumber] int order = 0) => throw null!;

        public string? ConnectionName { get; set; }

        public int DefaultPageSize { get; set; }

        public int MaxPageSize { get; set; }

        public bool IncludeTotalCount { get; set; }

        public bool AllowBackwardPagination { get; set; }

        public bool RequirePagingBoundaries { get; set; }

        public bool InferConnectionNameFromField { get; set; }
    }

    public abstract class ObjectType;

    public class ObjectType<T> : ObjectType
    {
        public ObjectType()
        {
        }

        protected virtual void Configure(IObjectTypeDescriptor<T> descriptor)
        {
        }
    }

    public abstract class EnumType;

    public class EnumType<T> : EnumType
    {
        public EnumType()
        {
        }

        protected virtual void Configure(IEnumTypeDescriptor<T> descriptor)
        {
        }
    }

    public abstract class InterfaceType;

    public class InterfaceType<T> : InterfaceType;

    public abstract class UnionType;

    public class UnionType<T> : UnionType;

    public class InputObjectType : IInputType;

    public class IdType : IInputType;

    public class InputObjectType<T> : InputObjectType;

    public interface IObjectTypeDescriptor<TRuntimeType>
    {
        IObjectTypeDescriptor<TRuntimeType> Name(string value);

        IObjectTypeDescriptor<TRuntimeType> Description(string? value);

        IObjectTypeDescriptor<TRuntimeType> BindFieldsExplicitly();

        IObjectFieldDescriptor Field(Expression<Func<TRuntimeType, object?>> propertyOrMethod);

        IObjectFieldDescriptor Field<TValue>(Expression<Func<TRuntimeType, TValue?>> propertyOrMethod);

        IObjectFieldDescriptor Field(string name);

        IObjectFieldDescriptor Field<TResolver>(Expression<Func<TResolver, object?>> propertyOrMethod);
    }

    public interface IObjectFieldDescriptor
    {
        IObjectFieldDescriptor Name(string value);

        IObjectFieldDescriptor Description(string? value);

        IObjectFieldDescriptor ParentRequires(string? requires);
    }

    public interface IEnumTypeDescriptor<TRuntimeType>
    {
        IEnumTypeDescriptor<TRuntimeType> Name(string value);

        IEnumTypeDescriptor<TRuntimeType> Description(string value);

        IEnumValueDescriptor Value(TRuntimeType value);
    }

    public interface IEnumValueDescriptor
    {
        IEnumValueDescriptor Name(string value);

        IEnumValueDescriptor Description(string value);
    }

    public static class NodeObjectTypeExtensions
    {
        public static INodeDescriptor<T> ImplementsNode<T>(this IObjectTypeDescriptor<T> descriptor) => throw null!;
    }

    public static class AuthorizeObjectFieldDescriptorExtensions
    {
        public static IObjectFieldDescriptor Authorize(this IObjectFieldDescriptor descriptor, ApplyPolicy apply = ApplyPolicy.BeforeResolver) => throw null!;

        public static IObjectFieldDescriptor Authorize(this IObjectFieldDescriptor descriptor, string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver) => throw null!;

        public static IObjectFieldDescriptor Authorize(this IObjectFieldDescriptor descriptor, params string[] roles) => throw null!;
    }

    [Flags]
    public enum FieldBindingFlags
    {
        Default = 0,
        Instance = 1,
        Static = 2,
        InstanceAndStatic = Instance | Static,
    }
}

namespace HotChocolate.Types.Relay
{
    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
    public class IDAttribute : DescriptorAttribute
    {
        public IDAttribute(string? typeName = null) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
    public class IDAttribute<T> : DescriptorAttribute
    {
        public IDAttribute() => throw null!;
    }

    public interface INodeIdSerializer
    {
        string Format(string typeName, object internalId);

        NodeId Parse(string formattedId, Type runtimeType);
    }

    public readonly struct NodeId
    {
        public string TypeName => throw null!;

        public object InternalId => throw null!;
    }

    public class NodeIdInvalidFormatException : GraphQLException
    {
        internal NodeIdInvalidFormatException()
            : base((IError)null!)
        {
        }
    }
}

namespace HotChocolate.Types.Relay.Descriptors
{
    public interface INodeDescriptor<TNode>
    {
        INodeDescriptor<TNode, TId> IdField<TId>(Expression<Func<TNode, TId>> propertyOrMethod);

        IObjectFieldDescriptor ResolveNodeWith<TResolver>(Expression<Func<TResolver, object?>> method);
    }

    public interface INodeDescriptor<TNode, out TId>
    {
        IObjectFieldDescriptor ResolveNodeWith<TResolver>(Expression<Func<TResolver, object?>> method);
    }
}

namespace HotChocolate.CostAnalysis.Types
{
    using HotChocolate.Types;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Enum | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Struct)]
    public sealed class CostAttribute : DescriptorAttribute
    {
        public CostAttribute(double weight) => throw null!;
    }

    public sealed class ListSizeAttribute : ObjectFieldDescriptorAttribute
    {
        public int AssumedSize { get => throw null!; init => throw null!; }

        public string[]? SlicingArguments { get => throw null!; init => throw null!; }

        public int? SlicingArgumentDefaultValue { get => throw null!; init => throw null!; }

        public string[]? SizedFields { get => throw null!; init => throw null!; }

        public bool RequireOneSlicingArgument { get => throw null!; init => throw null!; }
    }
}
