// HotChocolate.Data: how the folder Hosting has rows read and put in order.
using System.Linq.Expressions;
using HotChocolate.Data.Projections;
using HotChocolate.Data.Projections.Expressions;
using HotChocolate.Data.Sorting;
using HotChocolate.Data.Sorting.Expressions;
using HotChocolate.Resolvers;

namespace HotChocolate.Types
{
    public sealed class Tag;
}

namespace HotChocolate.Data
{
    public static class ProjectionProviderDescriptorExtensions
    {
        public static IProjectionProviderDescriptor AddDefaults(this IProjectionProviderDescriptor descriptor) => throw null!;
    }

    public static class SortConventionDescriptorExtensions
    {
        public static ISortConventionDescriptor AddDefaultOperations(this ISortConventionDescriptor descriptor) => throw null!;

        public static ISortConventionDescriptor BindDefaultTypes(this ISortConventionDescriptor descriptor) => throw null!;
    }

    public static class SortConventionDescriptorQueryableExtensions
    {
        public static ISortProviderDescriptor<QueryableSortContext> AddDefaultFieldHandlers(this ISortProviderDescriptor<QueryableSortContext> descriptor) => throw null!;
    }

    public interface IQueryBuilder
    {
        void Prepare(IMiddlewareContext context);

        void Apply(IMiddlewareContext context);
    }
}

namespace HotChocolate.Data.Projections
{
    public interface IProjectionProvider;

    public interface IProjectionProviderDescriptor;

    public interface IProjectionConventionDescriptor
    {
        IProjectionConventionDescriptor Provider<TProvider>(TProvider provider)
            where TProvider : class, IProjectionProvider;
    }
}

namespace HotChocolate.Data.Projections.Expressions
{
    public class QueryableProjectionProvider : IProjectionProvider
    {
        public QueryableProjectionProvider(Action<IProjectionProviderDescriptor> configure) => throw null!;

        protected virtual object? ApplyToResult<TEntityType>(object? input, Expression<Func<TEntityType, TEntityType>> projection) => throw null!;
    }
}

namespace HotChocolate.Data.Sorting
{
    public interface ISortProvider;

    public interface ISortProviderDescriptor<out TContext>;

    public interface ISortConventionDescriptor
    {
        ISortConventionDescriptor Provider<TProvider>(TProvider provider)
            where TProvider : class, ISortProvider;
    }
}

namespace HotChocolate.Data.Sorting.Expressions
{
    public class QueryableSortContext;

    public class QueryableSortProvider : ISortProvider
    {
        public QueryableSortProvider(Action<ISortProviderDescriptor<QueryableSortContext>> configure) => throw null!;

        public virtual IQueryBuilder CreateBuilder<TEntityType>(string argumentName) => throw null!;
    }
}
