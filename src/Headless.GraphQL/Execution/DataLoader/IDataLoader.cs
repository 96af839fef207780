namespace Headless.GraphQL;

/// <summary>A data loader of any kind.</summary>
public interface IDataLoader;

/// <summary>Loads values by key, many keys at a time, and each key once in a request.</summary>
public interface IDataLoader<in TKey, TValue> : IDataLoader
    where TKey : notnull
{
    /// <summary>The value of a key; null, or the default, where there is none.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values of the keys, in the order of the keys.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Forgets what was loaded for a key, after it was changed.</summary>
    void Remove(TKey key);

    /// <summary>Forgets everything that was loaded.</summary>
    void Clear();

    /// <summary>Makes a value known that was loaded by other means; a key that is known keeps its value.</summary>
    void Set(TKey key, TValue? value);
}
