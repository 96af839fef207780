using System.Text.Json;
using Headless.Server.Access;

namespace Headless.Server.Writing;

/// <summary>Names the mutation that a caller carries out.</summary>
internal static class MutationAuthor
{
    private const string InputSuffix = "Input";

    /// <summary>The caller, and the mutation by its input: <c>updateGroup</c> takes an <c>UpdateGroupInput</c> and nothing else does.</summary>
    public static AuditAuthor AuthorOf<TInput>(this Caller caller) => new(caller.OperatorId, caller.KeyId, Mutation<TInput>.Name);

    private static class Mutation<TInput>
    {
        public static readonly string Name = JsonNamingPolicy.CamelCase.ConvertName(
            typeof(TInput).Name.EndsWith(InputSuffix, StringComparison.Ordinal) ? typeof(TInput).Name[..^InputSuffix.Length] : typeof(TInput).Name);
    }
}
