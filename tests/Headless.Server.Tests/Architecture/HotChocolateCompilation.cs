using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Headless.Server.Tests.Architecture;

/// <summary>
/// Headless.Server as <c>-p:GraphQLEngine=HotChocolate</c> compiles it, against the declarations in the folder HotChocolate instead of the
/// packages: their names and signatures, without anything behind them.
/// </summary>
internal static class HotChocolateCompilation
{
    private static readonly CSharpParseOptions s_language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>What the Web SDK's <c>ImplicitUsings</c> brings.</summary>
    private static readonly string[] s_implicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>The declarations, in an assembly of their own.</summary>
    public static CSharpCompilation Declarations() => CSharpCompilation.Create(
        "HotChocolate",
        Parse(Path.Combine(Repository.Root, "tests", "Headless.Server.Tests", "Architecture", "HotChocolate"), "System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.Threading.Tasks"),
        FrameworkAndPackages(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The server, without the constant <c>IN_TREE_ENGINE</c> and with the project file's usings for HotChocolate.</summary>
    public static CSharpCompilation Server(MetadataReference declarations)
    {
        var project = Path.Combine(Repository.Root, "src", "Headless.Server");
        var usings = XDocument.Load(Path.Combine(project, "Headless.Server.csproj")).Descendants("ItemGroup")
            .Where(g => (string?)g.Attribute("Condition") is null or "'$(GraphQLEngine)' == 'HotChocolate'")
            .SelectMany(g => g.Elements("Using"))
            .Select(u => (string?)u.Attribute("Alias") is { } alias ? $"{alias} = {(string)u.Attribute("Include")!}" : (string)u.Attribute("Include")!);
        return CSharpCompilation.Create(
            "Headless.Server",
            Parse(project, [.. s_implicitUsings, .. usings]).Select(WithPlainRegexes),
            [.. FrameworkAndPackages(), declarations],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static IEnumerable<SyntaxTree> Parse(string folder, params string[] usings) =>
    [
        CSharpSyntaxTree.ParseText(string.Concat(usings.Select(u => $"global using {u};\n")), s_language, "Usings.cs"),
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !IsBuildOutput(Path.GetRelativePath(folder, f)))
            .Order(StringComparer.Ordinal)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), s_language, f)),
    ];

    private static bool IsBuildOutput(string path) => path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    /// <summary>Every assembly that these tests run with, but the in-tree engine and what uses it.</summary>
    private static IEnumerable<MetadataReference> FrameworkAndPackages() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => Path.GetFileName(f) is var name && !name.StartsWith("Headless.GraphQL", StringComparison.Ordinal) && !name.StartsWith("Headless.Server", StringComparison.Ordinal))
            .Select(f => MetadataReference.CreateFromFile(f));

    /// <summary>The SDK generates the bodies of <c>[GeneratedRegex]</c> methods; here they are made at run time.</summary>
    private static SyntaxTree WithPlainRegexes(SyntaxTree tree) => tree.WithRootAndOptions(new PlainRegexes().Visit(tree.GetRoot()), tree.Options);

    private sealed class PlainRegexes : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            var attribute = node.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => a.Name.ToString() == "GeneratedRegex");
            if (attribute is null)
            {
                return node;
            }

            var body = SyntaxFactory.ParseExpression($"new({string.Join(", ", attribute.ArgumentList!.Arguments)})");
            return node
                .WithAttributeLists([])
                .WithModifiers([.. node.Modifiers.Where(m => !m.IsKind(SyntaxKind.PartialKeyword))])
                .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(body))
                .NormalizeWhitespace();
        }
    }
}
