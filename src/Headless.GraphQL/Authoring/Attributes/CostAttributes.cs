namespace Headless.GraphQL;

/// <summary>The weight of a field, argument, input field or type in the cost of an operation (IBM GraphQL cost directives specification, section 3).</summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Enum,
    AllowMultiple = false)]
public sealed class CostAttribute(double weight) : Attribute
{
    public double Weight { get; } = weight;
}

/// <summary>How long the list of a field is expected to be, for the cost of an operation (IBM GraphQL cost directives specification, section 3).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = false)]
public sealed class ListSizeAttribute : Attribute
{
    private int? _assumedSize;
    private bool? _requireOneSlicingArgument;

    /// <summary>The longest list to expect where no slicing argument is given.</summary>
    public int AssumedSize
    {
        get => _assumedSize ?? 0;
        init => _assumedSize = value;
    }

    /// <summary>The integer arguments that limit the length.</summary>
    public string[]? SlicingArguments { get; init; }

    /// <summary>The length where no slicing argument is given. For attributes made by code: C# knows no literal of this type for one in brackets.</summary>
    public int? SlicingArgumentDefaultValue { get; init; }

    /// <summary>The fields of the result that the length applies to, instead of the field itself.</summary>
    public string[]? SizedFields { get; init; }

    /// <summary>Whether exactly one slicing argument must be given.</summary>
    public bool RequireOneSlicingArgument
    {
        get => _requireOneSlicingArgument ?? true;
        init => _requireOneSlicingArgument = value;
    }

    internal Types.ListSizeDirective ToDirective()
        => new(_assumedSize, SlicingArguments, SlicingArgumentDefaultValue, SizedFields, _requireOneSlicingArgument);
}
