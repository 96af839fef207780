using Headless.Community.Data;

namespace Headless.Community.Tests.Data;

/// <summary>Tests that hold on every provider; where a provider is absent they are skipped with the reason.</summary>
public abstract class ProviderTests
{
    protected ProviderTests(TestDatabase database)
    {
        if (database.Absence is { } reason)
        {
            Assert.Skip(reason);
        }

        Test = database;
    }

    protected TestDatabase Test { get; }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static DateTime At(int day, int hour = 0) => new(2026, 3, day, hour, 0, 0, DateTimeKind.Utc);

    /// <summary>Saves rows in one transaction.</summary>
    protected Task<int> SaveAsync(params object[] rows) => Test.WriteAsync(async context =>
    {
        context.AddRange(rows);
        return await context.SaveChangesAsync(Token);
    });

    protected static Group NewGroup(string name = "group") => new()
    {
        Platform = Platform.Wechat, ExternalId = $"{name}-{Guid.NewGuid():N}", Name = name,
    };

    protected static Member NewMember(string name = "member") => new() { DisplayName = name };

    protected static Order NewOrder(decimal amount, string source) => new()
    {
        Source = source, ExternalId = Guid.NewGuid().ToString("N"), Amount = amount, Currency = "CNY", PaidAt = At(1),
    };

    protected CommunityDbContext Everything() => Test.Everything();
}
