namespace Headless.GraphQL.AspNetCore;

/// <summary>The IDE (GraphiQL) that a browser gets at the endpoint.</summary>
public sealed class GraphQLToolOptions
{
    /// <summary>Whether there is one. Null: in Development only.</summary>
    public bool? Enable { get; set; }

    /// <summary>The title of the page.</summary>
    public string Title { get; set; } = "GraphiQL";

    /// <summary>
    /// The folder below the web root that an npm build of <c>GraphiQL/</c> fills. Where it is empty the page loads the same
    /// modules from a public CDN.
    /// </summary>
    public string AssetFolder { get; set; } = "graphiql";

    /// <summary>The operations that the first tab shows.</summary>
    public string? DefaultQuery { get; set; }
}
