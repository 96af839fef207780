using Headless.Server.Hosting;

var app = ServerApplication.CreateBuilder(args).Build().MapEndpoints();
await app.RunAsync();
