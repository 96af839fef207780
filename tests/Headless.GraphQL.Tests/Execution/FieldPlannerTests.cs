using Headless.GraphQL.Execution;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>The seam that the data integration plans connections with.</summary>
public sealed class FieldPlannerTests
{
    private const string Sdl = """
        type Query { groups: [Group] }
        type Group { id: Int!  members(first: Int): [Member]  count: Int }
        type Member { id: Int!  name: String  path: String }
        """;

    [Fact]
    public async Task A_step_runs_once_for_all_parents_with_the_arguments()
    {
        var planner = new MembersPlanner();
        (await ExecuteAsync(GroupSchema(planner), "query($n: Int) { groups { id members(first: $n) { id } } }", """{"n":2}""")).ShouldBe(
            """{"data":{"groups":[{"id":1,"members":[{"id":10},{"id":11}]},{"id":2,"members":[{"id":20},{"id":21}]},{"id":3,"members":[{"id":30},{"id":31}]}]}}""");
        planner.Executions.ShouldBe(["1,2,3 first 2"]);
    }

    [Fact]
    public async Task A_step_can_fail_for_one_parent_or_for_all()
    {
        (await ExecuteAsync(GroupSchema(new MembersPlanner { FailingGroup = 2 }), "{ groups { members(first: 1) { id } } }")).ShouldBe(
            """{"errors":[{"message":"not this one","locations":[{"line":1,"column":12}],"path":["groups",1,"members"]}],"data":{"groups":[{"members":[{"id":10}]},{"members":null},{"members":[{"id":30}]}]}}""");
        (await ExecuteAsync(GroupSchema(new MembersPlanner { FailsAsAWhole = true }), "{ groups { members(first: 1) { id } } }")).ShouldBe(
            """{"errors":[{"message":"whole","locations":[{"line":1,"column":12}],"path":["groups",0,"members"]},{"message":"whole","locations":[{"line":1,"column":12}],"path":["groups",1,"members"]},{"message":"whole","locations":[{"line":1,"column":12}],"path":["groups",2,"members"]}],"data":{"groups":[{"members":null},{"members":null},{"members":null}]}}""");
    }

    [Fact]
    public async Task What_a_planner_reads_from_its_rows_needs_no_resolver()
        => (await ExecuteAsync(GroupSchema(new MembersPlanner()), "{ groups { members(first: 1) { name } } }")).ShouldBe(
            """{"data":{"groups":[{"members":[{"name":"row 10"}]},{"members":[{"name":"row 20"}]},{"members":[{"name":"row 30"}]}]}}""");

    [Fact]
    public async Task A_step_knows_what_the_variables_have_left_out()
    {
        var planner = new MembersPlanner();
        await ExecuteAsync(GroupSchema(planner), "query($s: Boolean!) { groups { members { id name @skip(if: $s) } } }", """{"s":true}""");
        await ExecuteAsync(GroupSchema(planner), "query($s: Boolean!) { groups { members { id name @skip(if: $s) } } }", """{"s":false}""");
        planner.Included.ShouldBe(["id", "id name"]);
    }

    [Fact]
    public async Task A_resolver_below_a_step_knows_its_path()
        => (await ExecuteAsync(GroupSchema(new MembersPlanner()), "{ all: groups { members(first: 2) { path } } }")).ShouldBe(
            """{"data":{"all":[{"members":[{"path":"all/0/members/0/path"},{"path":"all/0/members/1/path"}]},{"members":[{"path":"all/1/members/0/path"},{"path":"all/1/members/1/path"}]},{"members":[{"path":"all/2/members/0/path"},{"path":"all/2/members/1/path"}]}]}}""");

    private static Schema GroupSchema(MembersPlanner planner)
    {
        var schema = Schema(
            Sdl,
            ("Query.groups", (IResolverContext _) => (object?)new List<object?> { 1, 2, 3 }),
            ("Group.id", (Func<object, object?>)(g => g)),
            ("Member.id", (Func<object, object?>)(m => ((Row)m).Id)),
            ("Member.name", (FieldResolver)(_ => throw new InvalidOperationException("The planner provides the name."))),
            ("Member.path", async (IResolverContext c) =>
            {
                await Task.Yield();
                return (object?)string.Join('/', c.Path);
            }));
        Field(schema, "Group.members").Features.Set<IFieldPlanner>(planner);
        return schema;
    }

    private sealed record Row(int Id);

    private sealed class MembersPlanner : IFieldPlanner, IFieldStep
    {
        public int FailingGroup { get; init; }

        public bool FailsAsAWhole { get; init; }

        public List<string> Executions { get; } = [];

        public List<string> Included { get; } = [];

        public IFieldStep CreateStep(FieldPlan field)
        {
            field.Parent.Type.Name.ShouldBe("Group");
            field.Parent.Parent!.Field.Name.ShouldBe("groups");
            foreach (var child in field.SelectionSets.Single().Fields)
            {
                if (child.Field.Name == "name")
                {
                    child.ReadFrom(ValueAccessor.Create(row => $"row {((Row)row).Id}"));
                }
            }

            return this;
        }

        public async ValueTask ExecuteAsync(FieldStepContext context)
        {
            await Task.Yield();
            Executions.Add($"{string.Join(',', Enumerable.Range(0, context.Count).Select(context.GetParent))} first {context.ArgumentValue("first")}");
            Included.Add(string.Join(' ', context.Field.SelectionSets.Single().Fields.Where(context.IsIncluded).Select(f => f.ResponseName)));
            if (FailsAsAWhole)
            {
                throw new GraphQLException("whole");
            }

            for (var i = 0; i < context.Count; i++)
            {
                var group = (int)context.GetParent(i)!;
                if (group == FailingGroup)
                {
                    context.SetError(i, new GraphQLException("not this one"));
                }
                else
                {
                    context.SetResult(i, Enumerable.Range(0, context.ArgumentValue("first") as int? ?? 1).Select(n => new Row((group * 10) + n)));
                }
            }
        }
    }
}
