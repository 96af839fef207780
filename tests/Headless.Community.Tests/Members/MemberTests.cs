using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.Members;

public sealed class MemberTests
{
    private readonly Member _member = new() { Id = 1, DisplayName = "小完子" };
    private readonly TagGroup _levels = new() { Id = 1, Name = "等级", Exclusive = true };
    private readonly TagGroup _interests = new() { Id = 2, Name = "兴趣" };

    [Fact]
    public void A_tag_of_an_exclusive_group_is_refused_beside_another()
    {
        _member.AddTag(Level(1, "gold"), TagSource.Manual, Noon);
        var refusal = Should.Throw<DomainException>(() => _member.AddTag(Level(2, "silver"), TagSource.Manual, Noon));
        refusal.Code.ShouldBe("EXCLUSIVE_TAG_CONFLICT");
        refusal.Message.ShouldBe("The member has the tag 'gold' and '等级' allows one tag at a time: remove it first, or replace it.");
        _member.MemberTags.Select(held => held.Tag.Name).ShouldBe(["gold"]);
    }

    [Fact]
    public void A_tag_of_an_exclusive_group_replaces_the_other_when_asked_to()
    {
        var interest = new Tag { Id = 9, Name = "护肤", TagGroup = _interests, TagGroupId = 2 };
        _member.AddTag(interest, TagSource.Rule, Noon);
        _member.AddTag(Level(1, "gold"), TagSource.Manual, Noon);
        _member.AddTag(Level(2, "silver"), TagSource.Import, Noon, addedById: 5, replaceExclusive: true);
        _member.MemberTags.Select(held => (held.Tag.Name, held.Source, held.AddedById)).ShouldBe(
            [("护肤", TagSource.Rule, null), ("silver", TagSource.Import, 5)]);
    }

    [Fact]
    public void Tags_of_another_group_stand_side_by_side()
    {
        _member.AddTag(new Tag { Id = 1, Name = "护肤", TagGroup = _interests, TagGroupId = 2 }, TagSource.Manual, Noon);
        _member.AddTag(new Tag { Id = 2, Name = "健身", TagGroup = _interests, TagGroupId = 2 }, TagSource.Manual, Noon);
        _member.AddTag(new Tag { Id = 3, Name = "new" }, TagSource.Manual, Noon);
        _member.MemberTags.Count.ShouldBe(3);
    }

    [Fact]
    public void A_tag_that_is_there_gets_the_new_source_and_expiry()
    {
        var tag = Level(1, "gold");
        var first = _member.AddTag(tag, TagSource.Manual, Noon);
        _member.AddTag(Level(1, "gold"), TagSource.Rule, Noon.AddDays(1), expiresAt: Noon.AddDays(30)).ShouldBeSameAs(first);
        (first.Source, first.AddedAt, first.ExpiresAt).ShouldBe((TagSource.Rule, Noon, Noon.AddDays(30)));
        ShouldBeRefused(() => _member.AddTag(tag, TagSource.Rule, Noon, expiresAt: Noon), "INVALID_INTERVAL");
    }

    [Fact]
    public void Removing_a_tag_says_whether_it_was_there()
    {
        _member.AddTag(Level(1, "gold"), TagSource.Manual, Noon);
        _member.RemoveTag(Level(2, "silver")).ShouldBeFalse();
        _member.RemoveTag(Level(1, "gold")).ShouldBeTrue();
        _member.MemberTags.ShouldBeEmpty();
    }

    private Tag Level(long id, string name) => new() { Id = id, Name = name, TagGroup = _levels, TagGroupId = _levels.Id };
}
