namespace Headless.GraphQL;

/// <summary>What attributes and descriptors know of the schema that is being built.</summary>
public interface IDescriptorContext
{
    /// <summary>The application's services; none of a request.</summary>
    IServiceProvider Services { get; }

    /// <summary>State shared by everything that builds this schema.</summary>
    IDictionary<string, object?> ContextData { get; }
}
