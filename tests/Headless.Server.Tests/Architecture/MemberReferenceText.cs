using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Headless.Server.Tests.Architecture;

/// <summary>Members of other assemblies in words: the full name of their type, and their signature in names without namespaces.</summary>
internal sealed class MemberReferenceText(MetadataReader reader) : ISignatureTypeProvider<string, object?>, ICustomAttributeTypeProvider<string>
{
    public string DeclaringTypeOf(MemberReferenceHandle handle) => FullNameOf(reader.GetMemberReference(handle).Parent);

    /// <summary>The type of an attribute of another assembly.</summary>
    public string TypeOf(CustomAttributeHandle handle) =>
        reader.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor ? DeclaringTypeOf((MemberReferenceHandle)constructor) : string.Empty;

    /// <summary><c>Namespace.Type: Member(Parameter) → Result</c>.</summary>
    public string Of(MemberReferenceHandle handle)
    {
        var member = reader.GetMemberReference(handle);
        var name = $"{FullNameOf(member.Parent)}: {reader.GetString(member.Name)}";
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            return $"{name}: {member.DecodeFieldSignature(this, null)}";
        }

        var signature = member.DecodeMethodSignature(this, null);
        var arity = signature.GenericParameterCount == 0 ? string.Empty : $"<{string.Join(", ", Enumerable.Range(0, signature.GenericParameterCount).Select(MethodParameter))}>";
        return $"{name}{arity}({string.Join(", ", signature.ParameterTypes)}) → {signature.ReturnType}";
    }

    /// <summary>The properties that an attribute sets by name.</summary>
    public IEnumerable<string> NamedArgumentsOf(CustomAttributeHandle handle) =>
        reader.GetCustomAttribute(handle).DecodeValue(this).NamedArguments.Select(a => $"{TypeOf(handle)}: {a.Name} = {a.Type}");

    private string FullNameOf(EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => FullNameOf((TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericDefinitionOf(reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature)),
        _ => string.Empty,
    };

    private string FullNameOf(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    /// <summary>The definition of a constructed type: GENERICINST, CLASS or VALUETYPE, and the type (ECMA-335, II.23.2.14).</summary>
    private string GenericDefinitionOf(BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return string.Empty;
        }

        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } handle ? FullNameOf((TypeReferenceHandle)handle) : string.Empty;
    }

    private static string MethodParameter(int index) => $"TMethod{index}";

    public string GetTypeFromReference(MetadataReader metadata, TypeReferenceHandle handle, byte rawTypeKind) => Plain(metadata.GetString(metadata.GetTypeReference(handle).Name));

    public string GetTypeFromDefinition(MetadataReader metadata, TypeDefinitionHandle handle, byte rawTypeKind) => Plain(metadata.GetString(metadata.GetTypeDefinition(handle).Name));

    public string GetTypeFromSpecification(MetadataReader metadata, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        metadata.GetTypeSpecification(handle).DecodeSignature(this, context);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericMethodParameter(object? context, int index) => MethodParameter(index);

    public string GetGenericTypeParameter(object? context, int index) => $"T{index}";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "function";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetSystemType() => nameof(Type);

    public string GetTypeFromSerializedName(string? name) => name is null ? "null" : Plain(name.Split(',')[0]);

    /// <summary>Every enum of an attribute's argument here is one of 32 bits.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

    public bool IsSystemType(string type) => type == nameof(Type);

    private static string Plain(string name) => name.Split('`')[0];
}
