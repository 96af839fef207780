using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Tests.Authoring;

public sealed class SchemaBuildingTests
{
    [Fact]
    public async Task Two_types_of_one_name_are_refused()
        => (await Should.ThrowAsync<SchemaException>(TestSchema.CreateAsync(b => b.AddQueryType<TwoOfOneName>())))
            .Message.ShouldStartWith("Two types are named 'Item'");

    [Fact]
    public async Task An_extension_of_a_root_type_that_is_missing_is_refused()
        => (await Should.ThrowAsync<SchemaException>(TestSchema.CreateAsync(b => b.AddQueryType<Query>().AddTypeExtension<Mutations>())))
            .Message.ShouldEndWith("extends 'Mutation', which the schema does not have.");

    [Fact]
    public async Task A_node_that_nothing_finds_is_refused()
        => (await Should.ThrowAsync<SchemaException>(TestSchema.CreateAsync(b => b.AddQueryType<Query>().AddType<Lost>())))
            .Message.ShouldStartWith("Lost implements Node, and nothing finds it by its id");

    [Fact]
    public async Task All_that_cannot_be_expressed_is_told_at_once()
        => (await Should.ThrowAsync<SchemaException>(TestSchema.CreateAsync(b => b.AddQueryType<Query>().AddType<InexpressibleType>())))
            .Problems.ShouldBe(["The field 'Inexpressible.nothing' has no type.", "The field 'Inexpressible.nowhere' has no type."]);

    [Fact]
    public async Task All_rules_of_the_specification_that_a_schema_breaks_are_told_at_once()
    {
        var exception = await Should.ThrowAsync<InvalidSchemaException>(TestSchema.CreateAsync(b => b.AddQueryType<Query>().AddType<MisnamedType>()));

        exception.Errors.Select(static e => (e.Coordinate, e.Section)).ShouldBe([("Misnamed.__reserved", "3.6"), ("Misnamed.not-a-name", "3.6"), ("Found", "3.8")]);
    }

    [Fact]
    public async Task A_schema_that_breaks_the_specification_is_refused()
        => (await Should.ThrowAsync<InvalidSchemaException>(TestSchema.CreateAsync(b => b.AddQueryType())))
            .Errors.Count.ShouldBeGreaterThan(0);

    [Fact]
    public async Task An_error_class_that_takes_no_exception_is_refused()
        => (await Should.ThrowAsync<SchemaException>(TestSchema.CreateAsync(b => b.AddQueryType<Query>().AddMutationConventions(true).AddMutationType<BadMutation>())))
            .Message.ShouldContain("is no error");

    [Fact]
    public async Task Interfaces_and_unions_have_the_types_that_are_assignable_to_them()
    {
        await using var schema = await TestSchema.CreateAsync(b => b.AddQueryType<Query>().AddType<Cat>().AddType<Dog>());

        schema.Definition("Pet").ShouldBe("interface Pet {\n  name: String!\n}");
        schema.Definition("Cat").ShouldBe("type Cat implements Pet {\n  name: String!\n  lives: Int!\n}");
        schema.Definition("Found").ShouldBe("union Found = Cat | Dog");
        (await schema.ExecuteAsync("{ pets { __typename name ... on Cat { lives } } found { __typename } }"))
            .ShouldBe("""{"data":{"pets":[{"__typename":"Cat","name":"Tom","lives":7},{"__typename":"Dog","name":"Rex"}],"found":{"__typename":"Dog"}}}""");
    }

    [Fact]
    public async Task A_hook_can_replace_the_type_and_add_arguments_and_types()
    {
        await using var schema = await TestSchema.CreateAsync(b => b.AddQueryType<Hooked>());

        schema.Definition("Query").ShouldBe("type Query {\n  cats(filter: CatFilter): CatPage!\n  moreCats(filter: CatFilter): CatPage!\n}");
        schema.Definition("CatPage").ShouldBe("type CatPage {\n  items: [Cat!]\n}");
        schema.Definition("CatFilter").ShouldBe("input CatFilter {\n  name: String\n  lives: Int\n}");
        (await schema.ExecuteAsync("{ cats { items { name } } }")).ShouldBe("""{"data":{"cats":{"items":[{"name":"Tom"}]}}}""");
    }

    [Fact]
    public async Task Explicit_binding_shows_what_is_configured_and_no_more()
    {
        await using var schema = await TestSchema.CreateAsync(b => b
            .AddQueryType<Sized>()
            .BindRuntimeType<uint, LongType>()
            .AddObjectType<Lion>(d => d.Name("Feline").BindFieldsExplicitly().Field(c => c.Lives).Name("livesLeft").Description("Of nine.").Cost(2)));

        schema.Definition("Feline").ShouldBe("type Feline {\n  \"Of nine.\"\n  livesLeft: Int! @cost(weight: \"2\")\n}");
    }

    [Fact]
    public async Task A_class_can_be_bound_to_a_scalar()
    {
        await using var schema = await TestSchema.CreateAsync(b => b.AddQueryType<Sized>().BindRuntimeType<uint, LongType>().ModifyOptions(o => o.ApplyCostDirectives = false));

        schema.Sdl.ShouldContain("  size(of: Long!): Long!");
        schema.Sdl.ShouldNotContain("@cost");
        (await schema.ExecuteAsync("{ size(of: 3) }")).ShouldBe("""{"data":{"size":3}}""");
    }

    public sealed class Query
    {
        public IEnumerable<IPet> GetPets() => [new Cat("Tom", 7), new Dog("Rex")];

        public IFound GetFound() => new Dog("Rex");
    }

    [InterfaceType("Pet")]
    public interface IPet
    {
        string Name { get; }
    }

    [UnionType("Found")]
    public interface IFound;

    public sealed record Cat(string Name, int Lives) : IPet, IFound;

    public sealed record Lion(string Name, int Lives);

    public sealed record Dog(string Name) : IPet, IFound;

    public sealed class TwoOfOneName
    {
        public First.Item? GetFirst() => null;

        public Second.Item? GetSecond() => null;
    }

    public static class First
    {
        public sealed record Item(int A);
    }

    public static class Second
    {
        public sealed record Item(int B);
    }

    [ExtendObjectType(OperationTypeNames.Mutation)]
    public sealed class Mutations
    {
        public int Change() => 1;
    }

    [Node]
    public sealed record Lost(int Id);

    public sealed class NoError;

    public sealed class BadMutation
    {
        [Error<NoError>]
        public int Change() => 1;
    }

    public sealed class Hooked
    {
        [UsePages]
        public IReadOnlyList<Cat> GetCats() => [new("Tom", 7)];

        [UsePages]
        public IReadOnlyList<Cat> GetMoreCats() => [];
    }

    /// <summary>What paging and filtering do, in small.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class UsePagesAttribute : ObjectFieldDescriptorAttribute
    {
        protected override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, System.Reflection.MemberInfo member)
            => descriptor.Extend().OnCreate((schema, field) =>
            {
                var element = ClrElement(schema.GetResultType(field));
                var items = field.Type.Nullable;
                field.Type = new NonNullType(schema.GetOrAddType(schema.GetTypeName(element) + "Page", name => new ObjectType(name), page =>
                    page.Fields.Add(new OutputField("items", items) { DeclaringType = page, PureResolver = static parent => parent })));
                field.Arguments.Add(new InputField("filter", schema.GetOrAddType(
                    schema.GetTypeName(element) + "Filter",
                    name => new InputObjectType(name),
                    filter => schema.OnTypesCompleted(() =>
                    {
                        foreach (var known in schema.GetObjectType(element).Fields)
                        {
                            filter.Fields.Add(new InputField(known.Name, known.Type.Nullable));
                        }
                    }))));
            });

        private static Type ClrElement(Type list) => list.GetGenericArguments()[0];
    }

    public sealed class Sized
    {
        public uint GetSize(uint of) => of;
    }

    public sealed class Inexpressible;

    public sealed class InexpressibleType : ObjectType<Inexpressible>
    {
        protected override void Configure(IObjectTypeDescriptor<Inexpressible> descriptor)
        {
            descriptor.Field("nothing");
            descriptor.Field("fine").Resolve(static _ => 1).Type<NonNullType<IntType>>();
            descriptor.Field("nowhere");
        }
    }

    public sealed class Misnamed;

    public sealed class MisnamedType : ObjectType<Misnamed>
    {
        protected override void Configure(IObjectTypeDescriptor<Misnamed> descriptor)
        {
            descriptor.Field("__reserved").Resolve(static _ => 1).Type<IntType>();
            descriptor.Field("not-a-name").Resolve(static _ => 1).Type<IntType>();
        }
    }
}
