using Headless.Benchmarks;
using Headless.Benchmarks.Content;
using Headless.Benchmarks.Engine;
using Headless.Benchmarks.Ingest;
using Headless.Benchmarks.Live;
using Headless.Benchmarks.Load;
using Headless.Benchmarks.Load.Servers;
using Headless.Benchmarks.Metrics;
using Headless.Benchmarks.People;
using Headless.Benchmarks.Points;
using Headless.Benchmarks.Sales;
using Headless.Benchmarks.Start;

const string usage = """
    Measures the engine, the server and ingestion. Run in Release.

      engine [BenchmarkDotNet options]        parse, validate, plan and execute, without HTTP
      load [--seconds 5] [--rounds 5] [--connections 16] [--queries a,b,c,d,d2,e]
                                              the same queries over HTTP: this engine, a minimal API over EF Core, ADO.NET
      ingest [--logs FOLDER] [--days 100] [--batches 200] [--clients 1,4] [--words 5000 [--rounds 3]]
                                              an import of IRC logs, and recordActivities over HTTP
      start [--server FOLDER] [--rounds 5]    the product on an existing database, from the start of its process to its first answer;
                                              FOLDER: what dotnet publish made, otherwise the build beside this
      people [--database FILE] [--rate 50] [--seconds 10] [--queries groups,tag,…] [--plans 1]
                                              the lists of a console on 1 000 groups, 200 000 members and 2 000 000 activities at a fixed
                                              rate, with their statements and plans; FILE is made once and kept
      content [--items 100000] [--rounds 200] search over the content library, SQLite; a year of 300 campaigns planned
      points [--entries 1000000] [--rounds 200]
                                              a balance, the last lines of a member and the leaderboard of a group, on SQLite
      orders [--rows 1000000]                 a file of orders through startImport and PUT, entered and sent again: rows a second, working set
      metrics [--activities 1000000] [--database FILE] [--rounds 60] [--queries dashboard,series,…] [--plans 1]
                                              the dashboards of an analyst on two years of 300 groups and 100 000 members, with the number
                                              of their statements; FILE is made once and kept
      sockets [--server FOLDER] [--sockets 10000]
                                              memory of idle subscriptions over WebSocket; FOLDER, here and below: as for start
      fanout [--subscribers 1000] [--rounds 50]
                                              the time of one event to many subscribers of one document
      webhooks [--webhooks 10] [--events 1000] [--rate 200] [--seconds 10]
                                              deliveries a second to a receiver on this machine, and the time from commit to receipt
      statements                              the SQL that the queries of the load become
    """;

switch (args)
{
    case ["engine", .. var options]:
        EngineBenchmarks.Run(options);
        return 0;
    case ["load", .. var options]:
        return await LoadBenchmark.RunAsync(CommandOptions.Parse(options));
    case ["ingest", .. var options]:
        return await IngestBenchmark.RunAsync(CommandOptions.Parse(options));
    case ["start", .. var options]:
        return await StartBenchmark.RunAsync(CommandOptions.Parse(options));
    case ["people", .. var options]:
        return await PeopleBenchmark.RunAsync(CommandOptions.Parse(options));
    case ["content", .. var options]:
        return await ContentBenchmark.RunAsync(CommandOptions.Parse(options));
    case ["points", .. var options]:
        return await PointBenchmark.RunAsync(CommandOptions.Parse(options));
    case ["orders", .. var options]:
        return await OrderImportBenchmark.RunAsync(CommandOptions.Parse(options));
    case ["metrics", .. var options]:
        return await MetricsBenchmark.RunAsync(CommandOptions.Parse(options));
    case ["sockets", .. var options]:
        return await LiveBenchmark.SocketsAsync(CommandOptions.Parse(options));
    case ["fanout", .. var options]:
        return await LiveBenchmark.FanOutAsync(CommandOptions.Parse(options));
    case ["webhooks", .. var options]:
        return await LiveBenchmark.WebhooksAsync(CommandOptions.Parse(options));
    case ["statements"]:
        return await StatementListing.RunAsync();
    case ["serve", var server, var database, var url]:
        await BenchmarkServer.ServeAsync(server, database, url);
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 1;
}
