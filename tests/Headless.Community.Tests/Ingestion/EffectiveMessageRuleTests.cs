using Headless.Community.Ingestion;

namespace Headless.Community.Tests.Ingestion;

public sealed class EffectiveMessageRuleTests
{
    [Theory]
    [InlineData("hello", MessageVerdict.Effective)]
    [InlineData("ok", MessageVerdict.Effective)]
    [InlineData("好", MessageVerdict.Effective)]
    [InlineData("👍好", MessageVerdict.Effective)]
    [InlineData("ね", MessageVerdict.Effective)]
    [InlineData("한", MessageVerdict.Effective)]
    [InlineData("\U00020000", MessageVerdict.Effective)]
    [InlineData("йц", MessageVerdict.Effective)]
    [InlineData("a 1 b", MessageVerdict.Effective)]
    [InlineData("/ and /", MessageVerdict.Effective)]
    [InlineData("!! really", MessageVerdict.Effective)]
    [InlineData("a", MessageVerdict.TooShort)]
    [InlineData("й!", MessageVerdict.TooShort)]
    [InlineData("666", MessageVerdict.TooShort)]
    [InlineData("", MessageVerdict.NoWords)]
    [InlineData("   ", MessageVerdict.NoWords)]
    [InlineData("?!…", MessageVerdict.NoWords)]
    [InlineData("😀👨‍👩‍👧🇨🇳", MessageVerdict.NoWords)]
    [InlineData("。。。！", MessageVerdict.NoWords)]
    [InlineData("/help me", MessageVerdict.Command)]
    [InlineData("  !dns example.org", MessageVerdict.Command)]
    [InlineData("!抽奖", MessageVerdict.Command)]
    public void A_customers_message_is_judged_by_what_it_says(string text, MessageVerdict expected) =>
        EffectiveMessageRule.Judge(text, AccountKind.Customer, null).ShouldBe(expected);

    [Theory]
    [InlineData(AccountKind.Staff)]
    [InlineData(AccountKind.Service)]
    [InlineData(AccountKind.Vest)]
    [InlineData(AccountKind.Atmosphere)]
    [InlineData(AccountKind.Bot)]
    public void What_accounts_under_control_say_is_never_effective(AccountKind account) =>
        EffectiveMessageRule.Judge("hello everybody", account, null).ShouldBe(MessageVerdict.ExcludedAccount);

    [Fact]
    public void A_repeat_is_found_whatever_white_space_is_around_it()
    {
        var previous = EffectiveMessageRule.Hash(" buy now ");
        EffectiveMessageRule.Judge("buy now", AccountKind.Customer, previous).ShouldBe(MessageVerdict.Repeat);
        EffectiveMessageRule.Judge("Buy now", AccountKind.Customer, previous).ShouldBe(MessageVerdict.Effective);
        EffectiveMessageRule.Judge("!!", AccountKind.Customer, EffectiveMessageRule.Hash("!!")).ShouldBe(MessageVerdict.NoWords);
    }

    [Fact]
    public void The_hash_is_the_same_in_every_process() =>
        EffectiveMessageRule.Hash("你好").ShouldBe(unchecked((long)0x005C4B0887775026UL));

    [Fact]
    public void Judging_allocates_nothing()
    {
        const string text = "👍 a rather long message, 中文 included at the end";
        EffectiveMessageRule.Judge(text, AccountKind.Customer, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 1000; turn++)
        {
            EffectiveMessageRule.Judge(text, AccountKind.Customer, turn);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
