using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Headless.Server.Tests.Architecture;

/// <summary>
/// The package cannot be restored everywhere. That the server would compile on it is held by declarations of the part that is used
/// (folder HotChocolate), and what that part is by two approved lists. HEADLESS_UPDATE_SURFACE=1 rewrites them: what is new in them needs
/// a look at HotChocolate's own source.
/// </summary>
public sealed class HotChocolateTests
{
    private static readonly Lazy<byte[]> s_server = new(() =>
    {
        var declarations = Emit(HotChocolateCompilation.Declarations());
        return Emit(HotChocolateCompilation.Server(MetadataReference.CreateFromImage(declarations)));
    });

    [Fact]
    public void The_server_compiles_on_what_HotChocolate_declares() => s_server.Value.Length.ShouldBeGreaterThan(100_000);

    /// <summary>Every name with the namespace and the signature that it has in HotChocolate 15.1.</summary>
    [Fact]
    public void What_features_use_of_HotChocolate_is_on_the_approved_list() =>
        Approve("HotChocolate", TypeReferenceReader.ReadMembers(new MemoryStream(s_server.Value), IsWrittenForBoth, t => t.StartsWith("HotChocolate.", StringComparison.Ordinal) || t.StartsWith("GreenDonut.", StringComparison.Ordinal)));

    [Fact]
    public void What_features_use_of_the_engine_is_on_the_approved_list() =>
        Approve("InTree", TypeReferenceReader.ReadMembers(File.OpenRead(Assembly.Load("Headless.Server").Location), IsWrittenForBoth, t => t.StartsWith("Headless.GraphQL", StringComparison.Ordinal)));

    /// <summary>The two lists side by side. What C# writes the same way may be declared elsewhere; nothing else may differ.</summary>
    [Fact]
    public void What_features_use_has_the_same_names_in_both()
    {
        var ours = Names("InTree");
        var theirs = Names("HotChocolate");

        ours.Except(theirs).ShouldBe(["DataLoader`2"]);
        theirs.Except(ours).ShouldBe(
        [
            "DataLoaderBase`2", // what our DataLoader`2 is: the base of the loaders that features derive theirs from
            "IErrorBuilder", // what their ErrorBuilder's methods return
            "IHasContextData", // declares the ContextData of their IResolverContext
            "AuthorizeObjectFieldDescriptorExtensions", // a method of IObjectFieldDescriptor here
            "NodeObjectTypeExtensions", // a method of IObjectTypeDescriptor here
            "INodeDescriptor`2", // what their IdField returns
        ]);
    }

    /// <summary>The types of an approved list without their namespaces.</summary>
    private static List<string> Names(string engine) =>
        [.. File.ReadLines(FileOf(engine)).Where(l => !l.Contains(':')).Select(l => l[(l.LastIndexOf('.') + 1)..])];

    private static string FileOf(string engine) =>
        Path.Combine(Repository.Root, "tests", "Headless.Server.Tests", "Architecture", $"EngineSurface.{engine}.txt");

    /// <summary>Everything but the folder Hosting.</summary>
    private static bool IsWrittenForBoth(string type) => !type.StartsWith("Headless.Server.Hosting.", StringComparison.Ordinal);

    private static void Approve(string engine, IEnumerable<string> used)
    {
        var file = FileOf(engine);
        var text = string.Concat(used.Select(l => l + "\n"));
        if (Environment.GetEnvironmentVariable("HEADLESS_UPDATE_SURFACE") == "1")
        {
            File.WriteAllText(file, text);
        }

        text.ShouldBe(File.ReadAllText(file));
    }

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        var errors = compilation.Emit(assembly).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());
        string.Join('\n', errors).ShouldBeEmpty();
        return assembly.ToArray();
    }
}
