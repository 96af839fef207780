namespace Headless.GraphQL;

/// <summary>When a requirement is checked.</summary>
public enum ApplyPolicy
{
    /// <summary>Before the field's resolver or step runs.</summary>
    BeforeResolver = 0,

    /// <summary>After the field's resolver has run, with its result at hand.</summary>
    AfterResolver = 1,

    /// <summary>Before the field's resolver runs, like <see cref="BeforeResolver"/>: operations are checked where their fields are.</summary>
    Validation = 2,
}

/// <summary>
/// The field, or every field that answers the type, needs a caller with one of the roles and for whom the policy holds. A field
/// whose requirement fails is an error at its path, code <c>UNAUTHENTICATED</c> without a caller and <c>FORBIDDEN</c> with one.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    public AuthorizeAttribute()
    {
    }

    public AuthorizeAttribute(ApplyPolicy apply) => Apply = apply;

    public AuthorizeAttribute(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver)
    {
        Policy = policy;
        Apply = apply;
    }

    public string? Policy { get; set; }

    /// <summary>Roles of which the caller needs one.</summary>
    public string[]? Roles { get; set; }

    public ApplyPolicy Apply { get; set; }
}

/// <summary>Lifts the requirement of the declaring type from the field.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class AllowAnonymousAttribute : Attribute;
