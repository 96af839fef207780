using System.Reflection;

namespace Headless.Server.Tests.Architecture;

/// <summary>Which assembly may use which: Server → AspNetCore → GraphQL, Server → Data → GraphQL, Server → Metrics → Community.</summary>
public sealed class AssemblyArrowTests
{
    [Theory]
    [InlineData("Headless.GraphQL", "")]
    [InlineData("Headless.GraphQL.Data", "Headless.GraphQL")]
    [InlineData("Headless.GraphQL.AspNetCore", "Headless.GraphQL")]
    [InlineData("Headless.Community", "")]
    [InlineData("Headless.Metrics", "Headless.Community")]
    [InlineData("Headless.Server", "Headless.Community, Headless.GraphQL, Headless.GraphQL.AspNetCore, Headless.GraphQL.Data, Headless.Metrics")]
    public void An_assembly_uses_only_those_below_it(string assembly, string expected) =>
        string.Join(", ", ReferencesOf(assembly).Where(n => n.StartsWith("Headless.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)).ShouldBe(expected);

    [Theory]
    [InlineData("Headless.GraphQL", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "FluentValidation")]
    [InlineData("Headless.GraphQL.Data", "Microsoft.AspNetCore", "Npgsql", "Microsoft.Data", "FluentValidation")]
    [InlineData("Headless.GraphQL.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "FluentValidation")]
    [InlineData("Headless.Community", "Microsoft.AspNetCore", "FluentValidation", "System.CommandLine", "Spectre.Console")]
    [InlineData("Headless.Metrics", "Microsoft.AspNetCore", "FluentValidation", "System.CommandLine", "Spectre.Console")]
    public void An_assembly_knows_nothing_of_what_belongs_above_it(string assembly, params string[] forbidden) =>
        ReferencesOf(assembly).Where(n => forbidden.Any(f => n.StartsWith(f, StringComparison.Ordinal))).ShouldBeEmpty();

    /// <summary>A project file can name what its code does not use yet: the arrow is drawn there first.</summary>
    [Theory]
    [InlineData("Headless.GraphQL", "")]
    [InlineData("Headless.GraphQL.Data", "Headless.GraphQL")]
    [InlineData("Headless.GraphQL.AspNetCore", "Headless.GraphQL")]
    [InlineData("Headless.Community", "Microsoft.SqlServer.Server")]
    [InlineData("Headless.Metrics", "Headless.Community")]
    [InlineData("Headless.Server", "Headless.GraphQL, Headless.GraphQL.AspNetCore, Headless.GraphQL.Data, Headless.Metrics")]
    public void A_project_names_only_those_below_it(string project, string expected)
    {
        var file = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var names = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)).Order(StringComparer.Ordinal);
        string.Join(", ", names).ShouldBe(expected);
    }

    private static IEnumerable<string> ReferencesOf(string assembly) => Assembly.Load(assembly).GetReferencedAssemblies().Select(a => a.Name!);
}
