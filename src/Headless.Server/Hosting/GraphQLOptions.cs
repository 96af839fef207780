namespace Headless.Server.Hosting;

/// <summary>The section <c>GraphQL</c> of the configuration.</summary>
/// <param name="Introspection">Whether the schema can be asked for: by introspection and at <c>/graphql/schema.graphql</c>. Default: in Development only.</param>
/// <param name="Ide">Whether a browser that opens <c>/graphql</c> gets GraphiQL. Default: in Development only.</param>
public sealed record GraphQLOptions(bool Introspection, bool Ide)
{
    public const string SectionName = "GraphQL";

    internal static GraphQLOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(SectionName);
        return new GraphQLOptions(
            section.GetValue(nameof(Introspection), environment.IsDevelopment()), section.GetValue(nameof(Ide), environment.IsDevelopment()));
    }
}
