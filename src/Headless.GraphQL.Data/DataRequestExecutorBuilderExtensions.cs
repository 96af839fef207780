using Headless.GraphQL;
using Headless.GraphQL.Data;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Settings of paging, filtering, sorting and projection.</summary>
public static class DataRequestExecutorBuilderExtensions
{
    /// <summary>Makes the bounds of filters available as options; the attributes bring the rest.</summary>
    public static IRequestExecutorBuilder AddFiltering(this IRequestExecutorBuilder builder) => builder.ModifyDataOptions(static _ => { });

    /// <summary>Makes the bounds of orders available as options; the attributes bring the rest.</summary>
    public static IRequestExecutorBuilder AddSorting(this IRequestExecutorBuilder builder) => builder.ModifyDataOptions(static _ => { });

    /// <summary>Makes the bounds of lists available as options; the attributes bring the rest.</summary>
    public static IRequestExecutorBuilder AddProjections(this IRequestExecutorBuilder builder) => builder.ModifyDataOptions(static _ => { });

    /// <summary>Changes how connections and collection segments behave unless a field says otherwise.</summary>
    public static IRequestExecutorBuilder ModifyPagingOptions(this IRequestExecutorBuilder builder, Action<PagingOptions> configure)
    {
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>Changes the bounds of filters, lists and caches.</summary>
    public static IRequestExecutorBuilder ModifyDataOptions(this IRequestExecutorBuilder builder, Action<DataOptions> configure)
    {
        builder.Services.Configure(configure);
        return builder;
    }
}
