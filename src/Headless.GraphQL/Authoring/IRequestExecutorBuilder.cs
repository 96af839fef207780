using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL;

/// <summary>Configures a schema and its executor.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>The name of the schema.</summary>
    string Name { get; }

    IServiceCollection Services { get; }
}
