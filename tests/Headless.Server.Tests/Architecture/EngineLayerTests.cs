using System.Reflection;
using System.Text.RegularExpressions;

namespace Headless.Server.Tests.Architecture;

/// <summary>Inside the engine: Language ← Types ← Validation, Language ← Types ← Execution; Authoring is above them all. A layer is a folder.</summary>
public sealed partial class EngineLayerTests
{
    private static readonly Dictionary<string, string[]> s_below = new()
    {
        ["Language"] = [],
        ["Types"] = ["Language"],
        ["Validation"] = ["Language", "Types"],
        ["Instrumentation"] = [],
        ["Execution"] = ["Language", "Types", "Instrumentation"],
        ["Printing"] = ["Language", "Types"],
        ["Authoring"] = ["Language", "Types", "Validation", "Instrumentation", "Execution", "Printing"],
    };

    /// <summary>A request is validated before it is executed: what takes requests may ask the validator, one way.</summary>
    private const string RequestsFolder = "Execution/Requests";

    [Fact]
    public void No_layer_of_the_engine_uses_one_above_or_beside_it()
    {
        var folders = FoldersOfTypes(Path.Combine(Repository.Root, "src", "Headless.GraphQL"));
        var references = TypeReferenceReader.Read(Assembly.Load("Headless.GraphQL")).Where(r => folders.ContainsKey(r.From) && folders.ContainsKey(r.To)).ToList();

        references.Count.ShouldBeGreaterThan(500);
        WrongArrows(references, folders).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_engine_is_a_layer() =>
        new DirectoryInfo(Path.Combine(Repository.Root, "src", "Headless.GraphQL")).GetDirectories()
            .Select(d => d.Name).Except(["bin", "obj"]).Order(StringComparer.Ordinal)
            .ShouldBe(s_below.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_wrong_arrow_is_found()
    {
        Dictionary<string, string> folders = new()
        {
            ["N.Token"] = "Language", ["N.Field"] = "Types/Building", ["N.Rule"] = "Validation/Rules", ["N.Pipeline"] = "Execution/Requests", ["N.Plan"] = "Execution/Planning",
        };
        (string, string)[] references =
            [("N.Field", "N.Token"), ("N.Token", "N.Field"), ("N.Pipeline", "N.Rule"), ("N.Plan", "N.Rule"), ("N.Rule", "N.Plan")];

        WrongArrows(references, folders).ShouldBe(
        [
            "Execution → Validation: N.Plan uses N.Rule",
            "Language → Types: N.Token uses N.Field",
            "Validation → Execution: N.Rule uses N.Plan",
        ]);
    }

    private static IEnumerable<string> WrongArrows(IEnumerable<(string From, string To)> references, Dictionary<string, string> folders) => references
        .Select(r => (r.From, r.To, Above: LayerOf(folders[r.From]), Below: LayerOf(folders[r.To])))
        .Where(r => r.Above != r.Below
            && !s_below[r.Above].Contains(r.Below)
            && !(r.Below == "Validation" && folders[r.From] == RequestsFolder))
        .Select(r => $"{r.Above} → {r.Below}: {r.From} uses {r.To}")
        .Order(StringComparer.Ordinal);

    private static string LayerOf(string folder) => folder.Split('/')[0];

    /// <summary>The folder that each top-level type is declared in. Namespaces would not do: the API that users see shares one across folders.</summary>
    private static Dictionary<string, string> FoldersOfTypes(string project)
    {
        var folders = new Dictionary<string, string>();
        foreach (var file in s_below.Keys.SelectMany(layer => Directory.EnumerateFiles(Path.Combine(project, layer), "*.cs", SearchOption.AllDirectories)))
        {
            var text = File.ReadAllText(file);
            var space = Namespace().Match(text).Groups[1].Value;
            foreach (Match declaration in Declaration().Matches(text))
            {
                var parameters = declaration.Groups["parameters"];
                var arity = parameters.Success ? $"`{parameters.Value.Count(c => c == ',') + 1}" : string.Empty;
                folders[$"{space}.{declaration.Groups["name"].Value}{arity}"] = Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Replace('\\', '/');
            }
        }

        return folders;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    /// <summary>A declaration that is not indented: a top-level type, since namespaces have no braces here.</summary>
    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|abstract|static|readonly|ref|partial) )*(?:class|interface|enum|struct|record struct|record|delegate [\w<>?.]+) (?<name>\w+)(?:<(?<parameters>[^>]*)>)?", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
