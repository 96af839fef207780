namespace Headless.GraphQL;

/// <summary>An input value that tells "not given" from "given as null".</summary>
public interface IOptional
{
    object? Value { get; }

    bool HasValue { get; }

    bool IsEmpty { get; }
}

/// <summary>An argument or input field that may be left out (specification section 3.10, input coercion): absent, null or a value.</summary>
public readonly struct Optional<T> : IEquatable<Optional<T>>, IOptional
{
    /// <summary>A given value; null means given as null.</summary>
    public Optional(T? value)
    {
        Value = value;
        HasValue = true;
    }

    public T? Value { get; }

    object? IOptional.Value => Value;

    /// <summary>Whether it was given.</summary>
    public bool HasValue { get; }

    public bool IsEmpty => !HasValue;

    public static Optional<T> Empty() => default;

    public static implicit operator Optional<T>(T value) => new(value);

    public static implicit operator T?(Optional<T> optional) => optional.Value;

    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    public override int GetHashCode() => HasValue ? HashCode.Combine(Value) : 0;

    public override string ToString() => HasValue ? Value?.ToString() ?? "null" : "unspecified";
}
