using System.Globalization;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>The directives of the IBM GraphQL cost directives specification, section 3, as HotChocolate defines them.</summary>
internal static class CostDirectives
{
    public static DirectiveType Cost { get; } = CreateCostType();

    public static DirectiveType ListSize { get; } = CreateListSizeType();

    public static IReadOnlyList<DirectiveType> All { get; } = [Cost, ListSize];

    public static AppliedDirective CreateCost(double weight)
        => new(Cost.Name, [Argument("weight", Text(weight.ToString(CultureInfo.InvariantCulture)))]);

    public static AppliedDirective CreateListSize(ListSizeDirective listSize)
    {
        var arguments = new List<ArgumentNode>();
        if (listSize.AssumedSize is { } assumedSize)
        {
            arguments.Add(Argument("assumedSize", Number(assumedSize)));
        }

        if (listSize.SlicingArguments is { } slicingArguments)
        {
            arguments.Add(Argument("slicingArguments", Texts(slicingArguments)));
        }

        if (listSize.SlicingArgumentDefaultValue is { } slicingDefault)
        {
            arguments.Add(Argument("slicingArgumentDefaultValue", Number(slicingDefault)));
        }

        if (listSize.SizedFields is { } sizedFields)
        {
            arguments.Add(Argument("sizedFields", Texts(sizedFields)));
        }

        if (listSize.RequireOneSlicingArgument is { } requireOne)
        {
            arguments.Add(Argument("requireOneSlicingArgument", new BooleanValueNode(default, requireOne)));
        }

        return new AppliedDirective(ListSize.Name, arguments);
    }

    /// <summary>The weight that <c>@cost</c> gives a member; null where it has none that is a number. Read once: requests ask for it again and again.</summary>
    public static double? WeightOf(TypeMember member) => (member.CostWeight ??= new CostWeight(WeightIn(member.Directives))).Value;

    /// <inheritdoc cref="WeightOf(TypeMember)"/>
    public static double? WeightOf(NamedType type) => WeightIn(type.Directives);

    private static double? WeightIn(List<AppliedDirective> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name == Cost.Name
                && directive.Arguments is [{ Name.Value: "weight", Value: StringValueNode weight }]
                && double.TryParse(weight.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && double.IsFinite(value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>What <c>@listSize</c> says of a field; null where it has none.</summary>
    public static ListSizeDirective? ListSizeOf(OutputField field)
    {
        var directive = field.Directives.Find(static d => d.Name == ListSize.Name);
        return directive is null
            ? null
            : new ListSizeDirective(
                IntegerOf("assumedSize"),
                TextsOf("slicingArguments"),
                IntegerOf("slicingArgumentDefaultValue"),
                TextsOf("sizedFields"),
                ValueOf("requireOneSlicingArgument") is BooleanValueNode requireOne ? requireOne.Value : null);

        ValueNode? ValueOf(string name) => directive.Arguments.FirstOrDefault(a => a.Name.Value == name)?.Value;

        int? IntegerOf(string name)
            => ValueOf(name) is IntValueNode integer && int.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

        IReadOnlyList<string>? TextsOf(string name) => ValueOf(name) switch
        {
            ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(static v => v.Value)],
            StringValueNode text => [text.Value],
            _ => null,
        };
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

    private static ListValueNode Texts(IReadOnlyList<string> values) => new(default, [.. values.Select(Text)]);

    private static IntValueNode Number(int value) => new(default, value.ToString(CultureInfo.InvariantCulture));
}
