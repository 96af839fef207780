using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Headless.Server.Tests.Architecture;

/// <summary>
/// Which types each type of an assembly refers to: in its bases, attributes, fields, signatures, local variables and instructions.
/// What the compiler made of a type (closures, state machines) counts as the outermost type that somebody wrote. Constants are
/// copied by the compiler and leave no trace.
/// </summary>
internal static class TypeReferenceReader
{
    private static readonly Dictionary<int, OperandType> s_operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => (int)(ushort)o.Value, o => o.OperandType);

    /// <summary>Every pair of a type of the assembly and a type that it refers to, by full name.</summary>
    public static HashSet<(string From, string To)> Read(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        var references = new HashSet<(string, string)>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var from = NameOf(reader, handle);
            foreach (var to in new Collector(reader, file).TypesOf(reader.GetTypeDefinition(handle)).Where(to => to != from))
            {
                references.Add((from, to));
            }
        }

        return references;
    }

    /// <summary>
    /// The types of other assemblies, and their members with signatures, that the types of an assembly use which are given by full name:
    /// <c>Namespace.Type</c> and <c>Namespace.Type: Member(Parameter) → Result</c>.
    /// </summary>
    public static SortedSet<string> ReadMembers(Stream assembly, Func<string, bool> isUser, Func<string, bool> isUsed)
    {
        using var file = new PEReader(assembly);
        var reader = file.GetMetadataReader();
        var text = new MemberReferenceText(reader);
        var members = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeDefinitions.Where(h => isUser(NameOf(reader, h))))
        {
            var collector = new Collector(reader, file);
            members.UnionWith(collector.TypesOf(reader.GetTypeDefinition(handle)).Where(isUsed));
            members.UnionWith(collector.Members.Where(m => isUsed(text.DeclaringTypeOf(m))).Select(text.Of));
            members.UnionWith(collector.Attributes.Where(a => isUsed(text.TypeOf(a))).SelectMany(text.NamedArgumentsOf));
        }

        return members;
    }

    /// <summary>The full name of the outermost type.</summary>
    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        }

        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    /// <summary>Collects names; decoding a signature yields nothing but the names that it has added.</summary>
    private sealed class Collector(MetadataReader reader, PEReader file) : ISignatureTypeProvider<bool, object?>
    {
        private readonly HashSet<string> _names = [];

        /// <summary>The members of other assemblies that were met.</summary>
        public HashSet<MemberReferenceHandle> Members { get; } = [];

        public HashSet<CustomAttributeHandle> Attributes { get; } = [];

        public HashSet<string> TypesOf(TypeDefinition type)
        {
            Add(type.BaseType);
            foreach (var contract in type.GetInterfaceImplementations())
            {
                Add(reader.GetInterfaceImplementation(contract).Interface);
            }

            AddAttributes(type.GetCustomAttributes());
            AddConstraints(type.GetGenericParameters());
            foreach (var handle in type.GetFields())
            {
                var field = reader.GetFieldDefinition(handle);
                field.DecodeSignature(this, null);
                AddAttributes(field.GetCustomAttributes());
            }

            foreach (var handle in type.GetProperties())
            {
                AddAttributes(reader.GetPropertyDefinition(handle).GetCustomAttributes());
            }

            foreach (var handle in type.GetMethods())
            {
                AddMethod(reader.GetMethodDefinition(handle));
            }

            return _names;
        }

        private void AddMethod(MethodDefinition method)
        {
            method.DecodeSignature(this, null);
            AddAttributes(method.GetCustomAttributes());
            AddConstraints(method.GetGenericParameters());
            foreach (var parameter in method.GetParameters())
            {
                AddAttributes(reader.GetParameter(parameter).GetCustomAttributes());
            }

            if (method.RelativeVirtualAddress == 0)
            {
                return;
            }

            var body = file.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil)
            {
                reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null);
            }

            foreach (var region in body.ExceptionRegions)
            {
                Add(region.CatchType);
            }

            AddInstructions(body.GetILReader());
        }

        private void AddInstructions(BlobReader instructions)
        {
            while (instructions.RemainingBytes > 0)
            {
                int code = instructions.ReadByte();
                if (code == 0xFE)
                {
                    code = (code << 8) | instructions.ReadByte();
                }

                switch (s_operands[code])
                {
                    case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                        Add(MetadataTokens.EntityHandle(instructions.ReadInt32()));
                        break;
                    case OperandType.InlineSwitch:
                        var targets = instructions.ReadInt32();
                        instructions.Offset += 4 * targets;
                        break;
                    case OperandType.InlineNone:
                        break;
                    case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                        instructions.Offset += 1;
                        break;
                    case OperandType.InlineVar:
                        instructions.Offset += 2;
                        break;
                    case OperandType.InlineI8 or OperandType.InlineR:
                        instructions.Offset += 8;
                        break;
                    default:
                        instructions.Offset += 4;
                        break;
                }
            }
        }

        private void Add(EntityHandle handle)
        {
            if (handle.IsNil)
            {
                return;
            }

            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition:
                    _names.Add(NameOf(reader, (TypeDefinitionHandle)handle));
                    break;
                case HandleKind.TypeReference:
                    _names.Add(NameOf(reader, (TypeReferenceHandle)handle));
                    break;
                case HandleKind.TypeSpecification:
                    reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                    break;
                case HandleKind.MethodDefinition:
                    Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.FieldDefinition:
                    Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.MethodSpecification:
                    var specification = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                    specification.DecodeSignature(this, null);
                    Add(specification.Method);
                    break;
                case HandleKind.MemberReference:
                    Members.Add((MemberReferenceHandle)handle);
                    var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                    Add(member.Parent);
                    if (member.GetKind() == MemberReferenceKind.Field)
                    {
                        member.DecodeFieldSignature(this, null);
                    }
                    else
                    {
                        member.DecodeMethodSignature(this, null);
                    }

                    break;
            }
        }

        private void AddAttributes(CustomAttributeHandleCollection attributes)
        {
            foreach (var attribute in attributes)
            {
                Attributes.Add(attribute);
                Add(reader.GetCustomAttribute(attribute).Constructor);
            }
        }

        private void AddConstraints(GenericParameterHandleCollection parameters)
        {
            foreach (var constraint in parameters.SelectMany(p => reader.GetGenericParameter(p).GetConstraints()))
            {
                Add(reader.GetGenericParameterConstraint(constraint).Type);
            }
        }

        bool ISimpleTypeProvider<bool>.GetTypeFromDefinition(MetadataReader metadata, TypeDefinitionHandle handle, byte rawTypeKind) => _names.Add(NameOf(metadata, handle));

        bool ISimpleTypeProvider<bool>.GetTypeFromReference(MetadataReader metadata, TypeReferenceHandle handle, byte rawTypeKind) => _names.Add(NameOf(metadata, handle));

        bool ISignatureTypeProvider<bool, object?>.GetTypeFromSpecification(MetadataReader metadata, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
            metadata.GetTypeSpecification(handle).DecodeSignature(this, context);

        bool ISimpleTypeProvider<bool>.GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

        bool ISZArrayTypeProvider<bool>.GetSZArrayType(bool elementType) => true;

        bool IConstructedTypeProvider<bool>.GetArrayType(bool elementType, ArrayShape shape) => true;

        bool IConstructedTypeProvider<bool>.GetByReferenceType(bool elementType) => true;

        bool IConstructedTypeProvider<bool>.GetPointerType(bool elementType) => true;

        bool IConstructedTypeProvider<bool>.GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;

        bool ISignatureTypeProvider<bool, object?>.GetFunctionPointerType(MethodSignature<bool> signature) => true;

        bool ISignatureTypeProvider<bool, object?>.GetGenericMethodParameter(object? context, int index) => true;

        bool ISignatureTypeProvider<bool, object?>.GetGenericTypeParameter(object? context, int index) => true;

        bool ISignatureTypeProvider<bool, object?>.GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

        bool ISignatureTypeProvider<bool, object?>.GetPinnedType(bool elementType) => true;
    }
}
