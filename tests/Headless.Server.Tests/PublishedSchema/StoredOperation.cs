using System.Security.Cryptography;
using System.Text;
using Headless.GraphQL.Language;
using Headless.Server.Tests.Architecture;

namespace Headless.Server.Tests.PublishedSchema;

/// <summary>
/// An operation of <c>schema/operations</c> with the fragments that it needs, in the order of its file: what graphql-js's
/// <c>separateOperations</c> makes of the file and <c>print</c> writes.
/// </summary>
public sealed record StoredOperation(string Name, string File, OperationType Kind, string Text)
{
    /// <summary>All of them by name; files in the order of their names, operations in the order of their file.</summary>
    public static IReadOnlyDictionary<string, StoredOperation> All { get; } = Read();

    /// <summary>The id that clients send: the SHA-256 of the text in UTF-8.</summary>
    public string Id => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public DocumentNode Document => Utf8GraphQLParser.Parse(Text);

    private static Dictionary<string, StoredOperation> Read()
    {
        var operations = new Dictionary<string, StoredOperation>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "schema", "operations"), "*.graphql").Order(StringComparer.Ordinal))
        {
            var document = Utf8GraphQLParser.Parse(System.IO.File.ReadAllText(path));
            var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value);
            foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
            {
                var used = new HashSet<string>();
                Collect(operation.SelectionSet, fragments, used);
                var parts = document.Definitions.Where(d => d == operation || (d is FragmentDefinitionNode fragment && used.Contains(fragment.Name.Value)));
                var name = operation.Name!.Value;
                operations.Add(name, new StoredOperation(name, Path.GetFileName(path), operation.Operation, string.Join("\n\n", parts.Select(SyntaxPrinter.Print))));
            }
        }

        return operations;
    }

    private static void Collect(SelectionSetNode? selections, Dictionary<string, FragmentDefinitionNode> fragments, HashSet<string> used)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            if (selection is FragmentSpreadNode spread)
            {
                if (used.Add(spread.Name.Value))
                {
                    Collect(fragments[spread.Name.Value].SelectionSet, fragments, used);
                }
            }
            else
            {
                Collect(selection is FieldNode field ? field.SelectionSet : ((InlineFragmentNode)selection).SelectionSet, fragments, used);
            }
        }
    }
}
