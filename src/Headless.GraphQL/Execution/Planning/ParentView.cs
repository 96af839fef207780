namespace Headless.GraphQL.Execution.Planning;

/// <summary>
/// A parent that is not the CLR object that resolvers know, but where its values are found. Fields that an ancestor's planner reads take
/// them from there; a resolver is given the object, which is made when it asks for it.
/// </summary>
internal abstract class ParentView
{
    /// <summary>The object, the same one each time, with the properties that the selections and the resolvers on them ask for.</summary>
    public abstract object ToObject();
}
