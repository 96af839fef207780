using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>What the server keeps of the documents that clients send with their hash.</summary>
public sealed class AutomaticPersistedQueryTests
{
    [Fact]
    public async Task A_flood_of_documents_stays_within_the_number_of_entries()
    {
        var executor = Create(new PersistedOperationOptions());
        for (var i = 0; i < 1_200; i++)
        {
            (await TeachAsync(executor, $"{{ a{i}: a }}")).ShouldBeNull();
        }

        executor.AutomaticDocuments.ShouldBe(1_000);
        (await AskAsync(executor, "{ a0: a }")).ShouldBe("PERSISTED_QUERY_NOT_FOUND");
        (await AskAsync(executor, "{ a1199: a }")).ShouldBeNull();
    }

    [Fact]
    public async Task Long_documents_stay_within_the_number_of_bytes()
    {
        var executor = Create(new PersistedOperationOptions { MaxAutomaticBytes = 20_000 });
        for (var i = 0; i < 100; i++)
        {
            (await TeachAsync(executor, $"{{ a{i}: a }}".PadRight(700))).ShouldBeNull();
        }

        executor.AutomaticDocuments.ShouldBeInRange(15, 21);
    }

    [Fact]
    public async Task A_document_that_is_too_long_to_keep_is_executed()
    {
        var executor = Create(new PersistedOperationOptions { MaxAutomaticBytes = 20_000 });
        var document = "{ a }".PadRight(3_000);

        (await TeachAsync(executor, document)).ShouldBeNull();
        (await AskAsync(executor, document)).ShouldBe("PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("{ nobody }", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("query A { a } query B { a }", "OPERATION_NOT_FOUND")]
    public async Task A_document_that_cannot_be_executed_takes_no_place(string document, string code)
    {
        var executor = Create(new PersistedOperationOptions());

        (await TeachAsync(executor, document)).ShouldBe(code);
        executor.AutomaticDocuments.ShouldBe(0);
    }

    [Fact]
    public async Task The_memory_of_the_request_is_not_kept()
    {
        var executor = Create(new PersistedOperationOptions());
        var memory = Encoding.UTF8.GetBytes("{ a }");
        var request = Request("{ a }").SetDocument(memory).Build();
        await using (await executor.ExecuteAsync(request, TestContext.Current.CancellationToken))
        {
            memory.AsSpan().Fill((byte)'x');
        }

        (await AskAsync(executor, "{ a }")).ShouldBeNull();
    }

    private static RequestExecutor Create(PersistedOperationOptions options)
        => new(Schema("type Query { a: Int }"), new RequestExecutorServices { PersistedOperations = options });

    private static OperationRequestBuilder Request(string document) => OperationRequestBuilder.New().SetExtensions(JsonSerializer.SerializeToElement(new
    {
        persistedQuery = new { version = 1, sha256Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))) },
    }));

    private static Task<string?> TeachAsync(RequestExecutor executor, string document) => CodeAsync(executor, Request(document).SetDocument(document));

    private static Task<string?> AskAsync(RequestExecutor executor, string document) => CodeAsync(executor, Request(document));

    /// <summary>The code of the error; null where it was executed.</summary>
    private static async Task<string?> CodeAsync(RequestExecutor executor, OperationRequestBuilder request)
    {
        await using var result = await executor.ExecuteAsync(request.Build(), TestContext.Current.CancellationToken);
        return ((OperationResult)result).Errors is [var error, ..] ? error.Code : null;
    }
}
