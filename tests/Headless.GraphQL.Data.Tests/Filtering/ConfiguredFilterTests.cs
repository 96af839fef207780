using Headless.GraphQL.Data.Tests.Model;
using Headless.GraphQL.Printing;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Data.Tests.Filtering;

/// <summary>As in HotChocolate, the filter input of a list is another class than that of its elements, and a global id says that it is one.</summary>
public sealed class ConfiguredFilterTests
{
    [Fact]
    public void A_list_is_filtered_by_a_list_filter_of_its_elements_filter() =>
        Build<ListQueries>().ShouldContain("  memberships: ListMembershipFilterFilterInput\n");

    [Fact]
    public void The_filter_of_the_elements_is_refused_for_a_list() =>
        Should.Throw<SchemaException>(Build<PlainListQueries>).Message.ShouldBe("The filter input of a list is ListFilterInputType<MembershipFilter>, not MembershipFilter.");

    [Fact]
    public void An_id_filter_is_refused_for_what_is_no_global_id() =>
        Should.Throw<SchemaException>(Build<TextIdQueries>).Message.ShouldContain("which is no global id in the schema");

    private static string Build<T>()
    {
        using var schema = new CommunitySchema(configure: b => b.AddTypeExtension<T>());
        return SchemaPrinter.Print(schema.Schema).Replace("\r", "");
    }

    public sealed class MembershipFilter : FilterInputType<Membership>;

    public sealed class ListFilter : FilterInputType<Group>
    {
        protected override void Configure(IFilterInputTypeDescriptor<Group> descriptor)
        {
            descriptor.Name("ByListFilterInput").BindFieldsExplicitly();
            descriptor.Field(g => g.Memberships).Type<ListFilterInputType<MembershipFilter>>();
        }
    }

    public sealed class PlainListFilter : FilterInputType<Group>
    {
        protected override void Configure(IFilterInputTypeDescriptor<Group> descriptor)
        {
            descriptor.Name("ByPlainListFilterInput").BindFieldsExplicitly();
            descriptor.Field(g => g.Memberships).Type<MembershipFilter>();
        }
    }

    public sealed class TextIdFilter : FilterInputType<Group>
    {
        protected override void Configure(IFilterInputTypeDescriptor<Group> descriptor)
        {
            descriptor.Name("ByTextIdFilterInput").BindFieldsExplicitly();
            descriptor.Field(g => g.Name).Type<IdOperationFilterInputType>();
        }
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    private sealed class ListQueries
    {
        [UseFiltering<ListFilter>]
        public static IQueryable<Group> GetFiltered(CommunityDbContext db) => db.Groups;
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    private sealed class PlainListQueries
    {
        [UseFiltering<PlainListFilter>]
        public static IQueryable<Group> GetFiltered(CommunityDbContext db) => db.Groups;
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    private sealed class TextIdQueries
    {
        [UseFiltering<TextIdFilter>]
        public static IQueryable<Group> GetFiltered(CommunityDbContext db) => db.Groups;
    }
}
