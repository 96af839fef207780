namespace Headless.GraphQL.Execution;

/// <summary>The kinds of operation that a request may be; a transport narrows them (no mutation by GET).</summary>
[Flags]
public enum AllowedOperations
{
    Query = 1,
    Mutation = 2,
    Subscription = 4,
    All = Query | Mutation | Subscription,
}
