using Headless.Server.Commands;

return await HeadlessCommandLine.RunAsync(args);

/// <summary>The server's entry point; public so that tests can host it.</summary>
public partial class Program;
