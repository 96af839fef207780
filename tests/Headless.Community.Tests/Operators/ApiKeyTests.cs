using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.Operators;

public sealed class ApiKeyTests
{
    private readonly Operator _owner = new() { Id = 1, Name = "importer", Role = OperatorRole.Integration };

    [Fact]
    public void A_key_is_found_by_the_hash_of_its_secret_and_does_not_hold_it()
    {
        var (key, secret) = ApiKey.Issue(_owner, "nightly import", [ApiKeyScope.RecordActivities, ApiKeyScope.Read]);
        secret.ShouldStartWith("hdl_");
        secret.Length.ShouldBe(47);
        key.Hash.ShouldBe(ApiKey.HashOf(secret));
        key.Prefix.ShouldBe(secret[..12]);
        key.Scopes.ShouldBe([ApiKeyScope.Read, ApiKeyScope.RecordActivities]);
        ApiKey.Issue(_owner, "other", []).Secret.ShouldNotBe(secret);
    }

    [Fact]
    public void A_key_works_until_it_expires_or_is_revoked()
    {
        var key = ApiKey.Issue(_owner, "k", [], expiresAt: Noon).Key;
        key.IsUsable(Noon.AddTicks(-1)).ShouldBeTrue();
        key.IsUsable(Noon).ShouldBeFalse();
        key.Revoke(Noon.AddDays(-1));
        key.IsUsable(Noon.AddDays(-2)).ShouldBeFalse();
        ShouldBeRefused(() => key.Revoke(Noon), "API_KEY_REVOKED");
    }
}
