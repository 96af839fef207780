using System.Globalization;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>The directives of the IBM GraphQL cost directives specification, section 3, as HotChocolate defines them.</summary>
internal static class CostDirectives
{
    public static DirectiveType Cost { get; } = CreateCostType();

    public static DirectiveType ListSize { get; } = CreateListSizeType();

    public static IReadOnlyList<DirectiveType> All { get; } = [Cost, ListSize];

    public static AppliedDirective CreateCost(double weight)
        => new(Cost.Name, [Argument("weight", Text(weight.ToString(CultureInfo.InvariantCulture)))]);

    public static AppliedDirective CreateListSize(ListSizeAttribute attribute)
    {
        var arguments = new List<ArgumentNode>();
        if (attribute.GivenAssumedSize is { } assumedSize)
        {
            arguments.Add(Argument("assumedSize", Number(assumedSize)));
        }

        if (attribute.SlicingArguments is { } slicingArguments)
        {
            arguments.Add(Argument("slicingArguments", new ListValueNode(default, [.. slicingArguments.Select(Text)])));
        }

        if (attribute.GivenSlicingArgumentDefaultValue is { } slicingDefault)
        {
            arguments.Add(Argument("slicingArgumentDefaultValue", Number(slicingDefault)));
        }

        if (attribute.SizedFields is { } sizedFields)
        {
            arguments.Add(Argument("sizedFields", new ListValueNode(default, [.. sizedFields.Select(Text)])));
        }

        if (attribute.GivenRequireOneSlicingArgument is { } requireOne)
        {
            arguments.Add(Argument("requireOneSlicingArgument", new BooleanValueNode(default, requireOne)));
        }

        return new AppliedDirective(ListSize.Name, arguments);
    }

    private static DirectiveType CreateCostType()
    {
        var directive = new DirectiveType(
            "cost",
            DirectiveLocations.Scalar | DirectiveLocations.Object | DirectiveLocations.FieldDefinition | DirectiveLocations.ArgumentDefinition | DirectiveLocations.Enum | DirectiveLocations.InputFieldDefinition)
        {
            Description = "How much resolving the element adds to the cost of an operation.",
        };
        directive.Arguments.Add(new InputField("weight", new NonNullType(BuiltInScalars.String)) { Description = "The cost of one occurrence: a number as text." });
        return directive;
    }

    private static DirectiveType CreateListSizeType()
    {
        var names = new ListType(new NonNullType(BuiltInScalars.String));
        var directive = new DirectiveType("listSize", DirectiveLocations.FieldDefinition)
        {
            Description = "How long the list of a field is expected to be.",
        };
        directive.Arguments.Add(new InputField("assumedSize", BuiltInScalars.Int) { Description = "The longest list to expect where no slicing argument is given." });
        directive.Arguments.Add(new InputField("slicingArguments", names) { Description = "The integer arguments that limit the length." });
        directive.Arguments.Add(new InputField("slicingArgumentDefaultValue", BuiltInScalars.Int) { Description = "The length where no slicing argument is given." });
        directive.Arguments.Add(new InputField("sizedFields", names) { Description = "The fields of the result that the length applies to." });
        directive.Arguments.Add(new InputField("requireOneSlicingArgument", new NonNullType(BuiltInScalars.Boolean))
        {
            Description = "Whether exactly one slicing argument must be given.",
            DefaultValue = new BooleanValueNode(default, true),
        });
        return directive;
    }

    private static ArgumentNode Argument(string name, ValueNode value) => new(default, new NameNode(default, name), value);

    private static StringValueNode Text(string value) => new(default, value, isBlock: false);

    private static IntValueNode Number(int value) => new(default, value.ToString(CultureInfo.InvariantCulture));
}
