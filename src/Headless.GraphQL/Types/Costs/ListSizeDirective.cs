namespace Headless.GraphQL.Types;

/// <summary>What <c>@listSize</c> says about the list of a field (IBM GraphQL cost directives specification, section 3.2).</summary>
/// <param name="AssumedSize">The longest list to expect where no slicing argument is given.</param>
/// <param name="SlicingArguments">The integer arguments that limit the length.</param>
/// <param name="SlicingArgumentDefaultValue">The length where no slicing argument is given: HotChocolate's addition.</param>
/// <param name="SizedFields">The fields of the result that the length applies to, instead of the field itself.</param>
/// <param name="RequireOneSlicingArgument">Whether exactly one slicing argument must be given; null: where there are any.</param>
internal sealed record ListSizeDirective(
    int? AssumedSize = null,
    IReadOnlyList<string>? SlicingArguments = null,
    int? SlicingArgumentDefaultValue = null,
    IReadOnlyList<string>? SizedFields = null,
    bool? RequireOneSlicingArgument = null);

/// <summary>The weight of a member; null where none is stated.</summary>
internal sealed record CostWeight(double? Value);

/// <summary>The argument whose items are as many as those of the field's list: attached to a field that has no <c>@listSize</c>.</summary>
internal sealed record ListLengthArgument(string Name);

/// <summary>The weight that a convention has for an argument whose field states no weight: attached to the argument.</summary>
internal sealed record ConventionalCost(double Weight);
