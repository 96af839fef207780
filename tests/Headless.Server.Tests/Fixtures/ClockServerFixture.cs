using Headless.Server.Timers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headless.Server.Tests.Fixtures;

/// <summary>The server with a clock that tests put forward.</summary>
public class ClockServerFixture : ServerFixture
{
    public ForwardClock Clock { get; } = new();

    /// <summary>Carries out what is due now, as the server does once a second.</summary>
    public Task RunTimersAsync() => Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);

    protected override WebApplicationFactory<Program> Configure(WebApplicationFactory<Program> factory) =>
        factory.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))));
}

/// <summary>The system's clock and what tests have added to it.</summary>
public sealed class ForwardClock : TimeProvider
{
    private long _ticks;

    public DateTime Now => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));

    public void Forward(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
