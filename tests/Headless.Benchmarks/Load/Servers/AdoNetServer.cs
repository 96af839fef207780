using System.Globalization;
using System.Text.Json;
using Headless.Benchmarks.Load.Model;
using Microsoft.Data.Sqlite;

namespace Headless.Benchmarks.Load.Servers;

/// <summary>The upper bound: statements written for the answer, rows copied from the reader into the response. Answers b, c and d.</summary>
internal static class AdoNetServer
{
    private static readonly string[] Types = ["OPEN", "CLOSED", "SECRET"];
    private static readonly string[] Roles = ["MEMBER", "MODERATOR", "OWNER"];

    public static void Map(WebApplication app, string path)
    {
        var connectionString = BenchmarkDatabase.ConnectionString(path);
        app.MapPost("/b", (MinimalApiServer.QueryBody body, HttpContext http) => WriteAsync(http, connectionString, WriteGroups));
        app.MapPost("/c", (MinimalApiServer.QueryBody body, HttpContext http) => WriteAsync(http, connectionString, WriteMembers));
        app.MapPost("/d", (MinimalApiServer.QueryBody body, HttpContext http) => WriteAsync(http, connectionString, WriteMemberships));
    }

    private static async Task WriteAsync(HttpContext http, string connectionString, Action<SqliteConnection, Utf8JsonWriter> write)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        using (var connection = new SqliteConnection(connectionString))
        {
            connection.Open();
            using var json = new Utf8JsonWriter(http.Response.BodyWriter, new JsonWriterOptions { SkipValidation = true });
            json.WriteStartObject();
            json.WriteStartObject("data"u8);
            write(connection, json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await http.Response.BodyWriter.FlushAsync();
    }

    private static void WriteGroups(SqliteConnection connection, Utf8JsonWriter json)
    {
        using var command = Command(connection, """SELECT "Id", "Name", "Type" FROM "Groups" ORDER BY "Name" LIMIT 21""");
        using var rows = command.ExecuteReader();
        json.WriteStartObject("groups"u8);
        json.WriteStartArray("nodes"u8);
        var count = 0;
        var last = "";
        while (rows.Read() && ++count <= 20)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, rows.GetInt32(0));
            json.WriteString("name"u8, last = rows.GetString(1));
            json.WriteString("type"u8, Types[rows.GetInt32(2)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("pageInfo"u8);
        json.WriteBoolean("hasNextPage"u8, count > 20);
        json.WriteBase64String("endCursor"u8, System.Text.Encoding.UTF8.GetBytes(last));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMembers(SqliteConnection connection, Utf8JsonWriter json)
    {
        json.WriteStartObject("members"u8);
        using (var count = Command(
            connection,
            """SELECT COUNT(*) FROM "MemberTags" WHERE "TagId" = (SELECT "Id" FROM "Tags" WHERE "Name" = $tag)""",
            ("$tag", "tag7")))
        {
            json.WriteNumber("totalCount"u8, (long)count.ExecuteScalar()!);
        }

        using var command = Command(
            connection,
            """
            SELECT m."Id", m."Nickname", m."Points", t."Name"
            FROM (SELECT "MemberId" FROM "MemberTags" WHERE "TagId" = (SELECT "Id" FROM "Tags" WHERE "Name" = $tag) ORDER BY "MemberId" LIMIT 20) AS page
            JOIN "Members" AS m ON m."Id" = page."MemberId"
            JOIN "MemberTags" AS mt ON mt."MemberId" = m."Id"
            JOIN "Tags" AS t ON t."Id" = mt."TagId"
            ORDER BY m."Id", mt."TagId"
            """,
            ("$tag", "tag7"));
        using var rows = command.ExecuteReader();
        json.WriteStartArray("nodes"u8);
        var current = 0;
        while (rows.Read())
        {
            if (rows.GetInt32(0) is var id && id != current)
            {
                End(json, current);
                current = id;
                json.WriteStartObject();
                json.WriteNumber("id"u8, id);
                json.WriteString("nickname"u8, rows.GetString(1));
                json.WriteNumber("points"u8, rows.GetInt32(2));
                json.WriteStartArray("tags"u8);
            }

            json.WriteStartObject();
            json.WriteString("name"u8, rows.GetString(3));
            json.WriteEndObject();
        }

        End(json, current);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMemberships(SqliteConnection connection, Utf8JsonWriter json)
    {
        using var command = Command(
            connection,
            """
            SELECT g."Id", g."Name", s."Role", s."JoinedAt", m."Nickname"
            FROM (SELECT "Id", "Name" FROM "Groups" ORDER BY "Name" LIMIT 10) AS g
            JOIN "Memberships" AS s ON s."GroupId" = g."Id" AND s."Role" IN (1, 2)
            JOIN "Members" AS m ON m."Id" = s."MemberId"
            ORDER BY g."Name", s."MemberId"
            """);
        using var rows = command.ExecuteReader();
        json.WriteStartObject("groups"u8);
        json.WriteStartArray("nodes"u8);
        var current = 0;
        while (rows.Read())
        {
            if (rows.GetInt32(0) is var id && id != current)
            {
                End(json, current);
                current = id;
                json.WriteStartObject();
                json.WriteNumber("id"u8, id);
                json.WriteString("name"u8, rows.GetString(1));
                json.WriteStartArray("memberships"u8);
            }

            json.WriteStartObject();
            json.WriteString("role"u8, Roles[rows.GetInt32(2)]);
            json.WriteString("joinedAt"u8, DateTime.SpecifyKind(
                DateTime.Parse(rows.GetString(3), CultureInfo.InvariantCulture), DateTimeKind.Utc));
            json.WriteStartObject("member"u8);
            json.WriteString("nickname"u8, rows.GetString(4));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        End(json, current);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, int current)
    {
        if (current != 0)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string text, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
