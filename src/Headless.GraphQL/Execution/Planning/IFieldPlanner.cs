using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>
/// Attached to an <see cref="OutputField"/> as a feature: takes over how a selection of the field is carried out. The data
/// integration plans connections with it, so that a level of the result costs one statement however many parents it has.
/// </summary>
public interface IFieldPlanner
{
    /// <summary>Called once for each selection of the field when an operation is planned; the step is used by every execution of the plan, concurrently.</summary>
    IFieldStep CreateStep(FieldPlan field);
}

/// <summary>One step of a plan: produces a field's values for all parents of a level at once.</summary>
public interface IFieldStep
{
    /// <summary>Sets a result or an error for every parent. An exception that escapes is an error of the field for every parent without a result.</summary>
    ValueTask ExecuteAsync(FieldStepContext context);
}
