using System.Security.Claims;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Tests.Authoring;

public sealed class AuthorizationTests : IAsyncLifetime
{
    private TestSchema _schema = null!;

    public async ValueTask InitializeAsync() => _schema = await TestSchema.CreateAsync(builder =>
    {
        builder.Services.AddSingleton<IAuthorizationHandler, EvenIdHandler>();
        builder
            .AddQueryType()
            .AddSubscriptionType()
            .AddGlobalObjectIdentification()
            .AddAuthorization()
            .AddTypeExtension<Queries>()
            .AddTypeExtension<Subscriptions>()
            .AddTypeExtension<DocumentExtensions>()
            .AddObjectType<Letter>(letter => letter.Field(l => l.Text).Authorize(["LEAD"]));
    });

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Fact]
    public async Task Without_a_caller_a_protected_field_is_unauthenticated_and_null()
    {
        (await _schema.ExecuteAsync("{ secret open }"))
            .ShouldBe("""{"errors":[{"message":"The caller is not authenticated.","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"UNAUTHENTICATED"}}],"data":{"secret":null,"open":"open"}}""");
    }

    [Theory]
    [InlineData("VIEWER", """{"errors":[{"message":"The caller may not access this.","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"FORBIDDEN"}}],"data":{"secret":null}}""")]
    [InlineData("LEAD", """{"data":{"secret":"secret"}}""")]
    [InlineData("OWNER", """{"data":{"secret":"secret"}}""")]
    public async Task A_field_asks_for_one_of_its_roles(string role, string expected)
        => (await _schema.ExecuteAsync("{ secret }", configure: As(role))).ShouldBe(expected);

    [Fact]
    public async Task A_refused_field_that_is_not_nullable_makes_its_parent_null()
        => (await _schema.ExecuteAsync("{ letter { text } }", configure: As("VIEWER")))
            .ShouldBe("""{"errors":[{"message":"The caller may not access this.","locations":[{"line":1,"column":12}],"path":["letter","text"],"extensions":{"code":"FORBIDDEN"}}],"data":{"letter":null}}""");

    [Fact]
    public async Task A_property_is_read_where_the_caller_may()
        => (await _schema.ExecuteAsync("{ letter { text } }", configure: As("LEAD"))).ShouldBe("""{"data":{"letter":{"text":"Dear"}}}""");

    [Theory]
    [InlineData("{ document { title } }", "document")]
    [InlineData("{ node(id: \"RG9jdW1lbnQ6MQ==\") { id } }", "node")]
    [InlineData("{ stepped { title } }", "stepped")]
    public async Task A_type_is_protected_wherever_it_is_answered(string document, string path)
    {
        (await _schema.ExecuteAsync(document, configure: As("VIEWER")))
            .ShouldBe($$$"""{"errors":[{"message":"The caller may not access this.","locations":[{"line":1,"column":3}],"path":["{{{path}}}"],"extensions":{"code":"FORBIDDEN"}}],"data":{"{{{path}}}":null}}""");
        (await _schema.ExecuteAsync(document, configure: As("LEAD"))).ShouldStartWith($$$"""{"data":{"{{{path}}}":{""");
    }

    [Fact]
    public async Task A_policy_is_the_handlers_to_decide()
    {
        (await _schema.ExecuteAsync("{ even(number: 2) }", configure: As("VIEWER"))).ShouldBe("""{"data":{"even":2}}""");
        (await _schema.ExecuteAsync("{ even(number: 3) }", configure: As("VIEWER"))).ShouldContain("\"code\":\"FORBIDDEN\"");
        (await _schema.ExecuteAsync("{ unknown }", configure: As("LEAD"))).ShouldContain("\"code\":\"FORBIDDEN\"");
    }

    [Fact]
    public async Task The_step_of_a_planned_field_does_not_run_for_who_may_not()
    {
        CountingPlanner.Executions = 0;
        await _schema.ExecuteAsync("{ stepped { title } }", configure: As("VIEWER"));
        CountingPlanner.Executions.ShouldBe(0);
        await _schema.ExecuteAsync("{ stepped { title } }", configure: As("LEAD"));
        CountingPlanner.Executions.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_subscription_has_no_source_stream()
    {
        Subscriptions.Subscribed = false;
        (await _schema.ExecuteAsync("subscription { onSecret }", configure: As("VIEWER")))
            .ShouldBe("""{"errors":[{"message":"The caller may not access this.","locations":[{"line":1,"column":16}],"path":["onSecret"],"extensions":{"code":"FORBIDDEN"}}]}""");
        Subscriptions.Subscribed.ShouldBeFalse();
    }

    private static Action<OperationRequestBuilder> As(string role)
        => request => request.SetGlobalState(nameof(ClaimsPrincipal), new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "Test")));

    public sealed record Letter(string Text);

    [Authorize(Roles = ["LEAD"])]
    public sealed record Document(int Id, string Title);

    [Node]
    [ExtendObjectType<Document>]
    public sealed class DocumentExtensions
    {
        [NodeResolver]
        public static Document GetDocument(int id) => new(id, "Plan");
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    public sealed class Queries
    {
        [Authorize(Roles = ["LEAD", "OWNER"])]
        public string? GetSecret() => "secret";

        public string GetOpen() => "open";

        public Letter? GetLetter() => new("Dear");

        public Document? GetDocument() => new(1, "Plan");

        [Authorize("EVEN")]
        public int? GetEven(int number) => number;

        [Authorize("NOBODY_DEFINED_THIS")]
        public string? GetUnknown() => "unknown";

        [Planned]
        public Document? GetStepped() => new(1, "Plan");
    }

    [ExtendObjectType(OperationTypeNames.Subscription)]
    public sealed class Subscriptions
    {
        public static bool Subscribed { get; set; }

        [Subscribe(With = nameof(SubscribeToSecret))]
        [Authorize(Roles = ["LEAD"])]
        public string OnSecret([EventMessage] string secret) => secret;

        public async IAsyncEnumerable<string> SubscribeToSecret()
        {
            Subscribed = true;
            await Task.Yield();
            yield return "secret";
        }
    }

    private sealed class EvenIdHandler : IAuthorizationHandler
    {
        public ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken = default)
        {
            var principal = context.ContextData.TryGetValue(nameof(ClaimsPrincipal), out var value) ? value as ClaimsPrincipal : null;
            return new(principal is null ? AuthorizeResult.NotAuthenticated
                : directive.Policy == "EVEN" ? (int)context.ArgumentValue("number")! % 2 == 0 ? AuthorizeResult.Allowed : AuthorizeResult.NotAllowed
                : directive.Policy is not null ? AuthorizeResult.PolicyNotFound
                : directive.Roles is { } roles && !roles.Any(principal.IsInRole) ? AuthorizeResult.NotAllowed
                : AuthorizeResult.Allowed);
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class PlannedAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, System.Reflection.MemberInfo member)
            => descriptor.Extend().OnCreate((schema, field) => field.Features.Set<IFieldPlanner>(new CountingPlanner(schema.GetResolver(field))));
    }

    private sealed class CountingPlanner(FieldResolver resolver) : IFieldPlanner, IFieldStep
    {
        public static int Executions { get; set; }

        public IFieldStep CreateStep(FieldPlan field) => this;

        public async ValueTask ExecuteAsync(FieldStepContext context)
        {
            Executions++;
            for (var i = 0; i < context.Count; i++)
            {
                context.SetResult(i, await resolver(context.GetResolverContext(i)));
            }
        }
    }
}
