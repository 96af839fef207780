namespace Headless.Server.Writing;

/// <summary>What every error of a mutation's payload has.</summary>
[GraphQLName("Error")]
[InterfaceType("Error")]
[GraphQLDescription("What every error of a mutation has. Switch on __typename or code; show message.")]
public interface ICodedError
{
    [GraphQLDescription("What went wrong and what to do about it, for a person.")]
    string Message { get; }

    [GraphQLDescription("A stable name of the error.")]
    string Code { get; }
}
