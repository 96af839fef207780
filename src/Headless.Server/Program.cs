using Headless.Server.Hosting;

var app = ServerApplication.CreateBuilder(args).Build().MapEndpoints();
await app.PrepareDatabaseAsync();
await app.RunAsync();

/// <summary>The server's entry point; public so that tests can host it.</summary>
public partial class Program;
