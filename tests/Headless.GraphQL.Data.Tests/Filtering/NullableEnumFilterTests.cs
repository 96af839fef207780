using Headless.GraphQL.Data.Tests.Model;
using Headless.GraphQL.Printing;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Data.Tests.Filtering;

/// <summary>HotChocolate has a type of its own for an enum's value that may be missing.</summary>
public sealed class NullableEnumFilterTests
{
    [Fact]
    public void The_operations_of_an_enum_say_in_their_name_whether_its_value_may_be_missing()
    {
        using var schema = new CommunitySchema(configure: b => b.AddTypeExtension<TicketQueries>());
        var sdl = SchemaPrinter.Print(schema.Schema).Replace("\r", "");
        sdl.ShouldContain("  state: TicketStateOperationFilterInput\n  wanted: NullableOfTicketStateOperationFilterInput\n");
        sdl.ShouldContain("input NullableOfTicketStateOperationFilterInput {\n  eq: TicketState");
    }

    public enum TicketState
    {
        Open,
        Done,
    }

    public sealed record Ticket(TicketState State, TicketState? Wanted);

    [ExtendObjectType(OperationTypeNames.Query)]
    public sealed class TicketQueries
    {
        [UseFiltering]
        public static IQueryable<Ticket> Tickets() => Array.Empty<Ticket>().AsQueryable();
    }
}
