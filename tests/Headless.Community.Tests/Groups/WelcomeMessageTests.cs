namespace Headless.Community.Tests.Groups;

public sealed class WelcomeMessageTests
{
    private static readonly WelcomeMessage[] s_messages =
    [
        New(0, "everybody"), New(1, "friend", JoinReason.Referral), New(2, "poster", channel: "poster"), New(3, "friend at the poster", JoinReason.Referral, "poster"),
        New(4, "everybody, too"),
    ];

    [Theory]
    [InlineData(null, null, 0, "everybody")]
    [InlineData(null, null, 1, "everybody, too")]
    [InlineData(null, null, -1, "everybody, too")]
    [InlineData(JoinReason.Search, "other", 2, "everybody")]
    [InlineData(JoinReason.Referral, "other", 0, "friend")]
    [InlineData(JoinReason.Search, "poster", 0, "poster")]
    [InlineData(JoinReason.Referral, "poster", 9, "friend at the poster")]
    public void The_closest_message_is_chosen_and_of_variants_one_by_the_seed(JoinReason? reason, string? channel, long seed, string text) =>
        WelcomeMessage.Choose(s_messages, reason, channel, seed)!.Text.ShouldBe(text);

    [Fact]
    public void Where_nothing_fits_nothing_is_said() =>
        WelcomeMessage.Choose([New(0, "poster", channel: "poster")], JoinReason.Referral, "shop", 0).ShouldBeNull();

    private static WelcomeMessage New(int position, string text, JoinReason? reason = null, string? channel = null) =>
        new() { Text = text, JoinReason = reason, JoinChannel = channel, Position = position };
}
