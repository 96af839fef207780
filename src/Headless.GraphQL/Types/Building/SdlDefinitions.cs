using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>The definitions of a document by what they define, and what is wrong with them as a whole.</summary>
internal sealed class SdlDefinitions
{
    private readonly Dictionary<string, TypeDefinitionNode> _typesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TypeDefinitionNode>> _extensions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _directiveNames = new(StringComparer.Ordinal);
    private readonly List<TypeDefinitionNode> _types = [];
    private readonly List<DirectiveDefinitionNode> _directives = [];
    private readonly List<SchemaDefinitionNode> _schemaParts = [];

    private SdlDefinitions()
    {
    }

    /// <summary>The type definitions in document order, extensions apart.</summary>
    public IReadOnlyList<TypeDefinitionNode> Types => _types;

    public IReadOnlyList<DirectiveDefinitionNode> Directives => _directives;

    /// <summary>The schema definition, where there is one, and its extensions.</summary>
    public IReadOnlyList<SchemaDefinitionNode> SchemaParts => _schemaParts;

    public SchemaDefinitionNode? SchemaDefinition => _schemaParts.Find(static p => !p.IsExtension);

    public SchemaErrors Errors { get; } = new();

    public static SdlDefinitions Read(DocumentNode document)
    {
        var definitions = new SdlDefinitions();
        foreach (var definition in document.Definitions)
        {
            definitions.Add(definition);
        }

        definitions.CheckOperationTypes();
        definitions.CheckExtensions();
        return definitions;
    }

    /// <summary>A definition and its extensions.</summary>
    public IReadOnlyList<T> PartsOf<T>(T definition)
        where T : TypeDefinitionNode
        => _extensions.TryGetValue(definition.Name.Value, out var extensions) ? [definition, .. extensions.OfType<T>()] : [definition];

    public void Report(string message, string coordinate, string section) => Errors.Add(message, coordinate, section);

    private void Add(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                if (!schema.IsExtension && SchemaDefinition is not null)
                {
                    Report("Must provide only one schema definition.", "schema", "3.3");
                    break;
                }

                _schemaParts.Add(schema);
                break;
            case TypeDefinitionNode { IsExtension: true } extension:
                if (!_extensions.TryGetValue(extension.Name.Value, out var extensions))
                {
                    _extensions.Add(extension.Name.Value, extensions = []);
                }

                extensions.Add(extension);
                break;
            case TypeDefinitionNode type:
                if (!_typesByName.TryAdd(type.Name.Value, type))
                {
                    Report($"There can be only one type named \"{type.Name.Value}\".", type.Name.Value, "3.3");
                    break;
                }

                _types.Add(type);
                break;
            case DirectiveDefinitionNode directive:
                if (!_directiveNames.Add(directive.Name.Value))
                {
                    Report($"There can be only one directive named \"@{directive.Name.Value}\".", "@" + directive.Name.Value, "3.13");
                    break;
                }

                _directives.Add(directive);
                break;
        }
    }

    private void CheckOperationTypes()
    {
        var seen = new HashSet<Language.OperationType>();
        foreach (var operationType in _schemaParts.SelectMany(static p => p.OperationTypes))
        {
            if (!seen.Add(operationType.Operation))
            {
                Report($"There can be only one {NameOf(operationType.Operation)} type in schema.", "schema", "3.3.1");
            }
        }
    }

    private void CheckExtensions()
    {
        foreach (var (name, extensions) in _extensions)
        {
            foreach (var extension in extensions)
            {
                if (!_typesByName.TryGetValue(name, out var definition))
                {
                    Report($"Cannot extend type \"{name}\" because it is not defined.", name, "3.4.3");
                }
                else if (definition.GetType() != extension.GetType())
                {
                    Report($"Cannot extend non-{KindOf(extension)} type \"{name}\".", name, "3.4.3");
                }
            }
        }
    }

    public static string NameOf(Language.OperationType operation) => operation switch
    {
        Language.OperationType.Query => "query",
        Language.OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };
}
