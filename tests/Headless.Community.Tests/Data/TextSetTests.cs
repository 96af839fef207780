using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Data;

public sealed class TextSetTests
{
    [Fact]
    public void On_sql_server_many_texts_are_one_parameter_in_the_collation_of_the_column()
    {
        using var database = new CommunityDatabase(
            new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=none" }, TimeProvider.System);
        using var context = database.Create(AccessScope.Everything);
        var sql = context.Identities.WhereIn(context, row => row.ExternalId, ["a", "b"]).Select(row => row.Id).ToQueryString();
        sql.ShouldContain("[ExternalId] COLLATE Latin1_General_100_BIN2 IN");
        sql.ShouldContain("OPENJSON(");
    }
}
