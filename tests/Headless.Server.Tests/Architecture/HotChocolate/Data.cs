// HotChocolate.Data and GreenDonut.
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using HotChocolate.Types;

namespace HotChocolate.Data
{
    public class UseFilteringAttribute : ObjectFieldDescriptorAttribute
    {
        public UseFilteringAttribute(Type? filterType = null, [CallerLineNumber] int order = 0) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
    public sealed class UseFilteringAttribute<T> : UseFilteringAttribute
    {
        public UseFilteringAttribute([CallerLineNumber] int order = 0) => throw null!;
    }

    public class UseSortingAttribute : ObjectFieldDescriptorAttribute
    {
        public UseSortingAttribute(Type? sortingType = null, [CallerLineNumber] int order = 0) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
    public sealed class UseSortingAttribute<T> : UseSortingAttribute
    {
        public UseSortingAttribute([CallerLineNumber] int order = 0) => throw null!;
    }

    public sealed class UseProjectionAttribute : ObjectFieldDescriptorAttribute
    {
        public UseProjectionAttribute([CallerLineNumber] int order = 0) => throw null!;
    }
}

namespace HotChocolate.Data.Filters
{
    public class FilterInputType : InputObjectType;

    public class FilterInputType<T> : FilterInputType
    {
        public FilterInputType()
        {
        }

        protected virtual void Configure(IFilterInputTypeDescriptor<T> descriptor)
        {
        }
    }

    public class ListFilterInputType<T> : FilterInputType
        where T : FilterInputType;

    public class IdOperationFilterInputType : FilterInputType;

    public interface IFilterInputTypeDescriptor<T>
    {
        IFilterInputTypeDescriptor<T> Name(string value);

        IFilterInputTypeDescriptor<T> Description(string? value);

        IFilterInputTypeDescriptor<T> BindFieldsExplicitly();

        IFilterFieldDescriptor Field<TField>(Expression<Func<T, TField>> propertyOrMember);
    }

    public interface IFilterFieldDescriptor
    {
        IFilterFieldDescriptor Name(string value);

        IFilterFieldDescriptor Description(string value);

        IFilterFieldDescriptor Type<TInputType>()
            where TInputType : IInputType;
    }
}

namespace HotChocolate.Data.Sorting
{
    public class SortInputType : InputObjectType;

    public class SortInputType<T> : SortInputType
    {
        public SortInputType()
        {
        }

        protected virtual void Configure(ISortInputTypeDescriptor<T> descriptor)
        {
        }
    }

    public interface ISortInputTypeDescriptor<T>
    {
        ISortInputTypeDescriptor<T> Name(string value);

        ISortInputTypeDescriptor<T> Description(string? value);

        ISortInputTypeDescriptor<T> BindFieldsExplicitly();

        ISortFieldDescriptor Field<TField>(Expression<Func<T, TField>> propertyOrMember);
    }

    public interface ISortFieldDescriptor
    {
        ISortFieldDescriptor Name(string value);

        ISortFieldDescriptor Description(string value);

        ISortFieldDescriptor Type<TInputType>()
            where TInputType : IInputType;
    }
}

namespace GreenDonut
{
    public interface IBatchScheduler
    {
        void Schedule(Func<ValueTask> dispatch);
    }

    public sealed class DataLoaderOptions;

    public interface IDataLoader;

    public abstract class DataLoaderBase<TKey, TValue> : IDataLoader
        where TKey : notnull
    {
        public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default) => throw null!;

        public Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default) => throw null!;
    }

    public abstract class BatchDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue>
        where TKey : notnull
    {
        protected BatchDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions options) => throw null!;

        protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);
    }

    public abstract class GroupedDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue[]>
        where TKey : notnull
    {
        protected GroupedDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions options) => throw null!;

        protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);
    }
}
