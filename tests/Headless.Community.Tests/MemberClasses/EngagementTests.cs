namespace Headless.Community.Tests.MemberClasses;

public sealed class EngagementTests
{
    [Theory]
    [InlineData(EngagementLevel.Unknown, 0, EngagementLevel.Silent)]
    [InlineData(EngagementLevel.Unknown, 1, EngagementLevel.Occasional)]
    [InlineData(EngagementLevel.Silent, 4, EngagementLevel.Active)]
    [InlineData(EngagementLevel.Silent, 11, EngagementLevel.Active)]
    [InlineData(EngagementLevel.Active, 12, EngagementLevel.Core)]
    [InlineData(EngagementLevel.Core, 9, EngagementLevel.Core)]
    [InlineData(EngagementLevel.Core, 8, EngagementLevel.Active)]
    [InlineData(EngagementLevel.Core, 3, EngagementLevel.Active)]
    [InlineData(EngagementLevel.Core, 2, EngagementLevel.Occasional)]
    [InlineData(EngagementLevel.Active, 9, EngagementLevel.Active)]
    [InlineData(EngagementLevel.Active, 3, EngagementLevel.Active)]
    [InlineData(EngagementLevel.Occasional, 3, EngagementLevel.Occasional)]
    [InlineData(EngagementLevel.Core, 0, EngagementLevel.Silent)]
    public void Who_is_at_a_level_keeps_it_a_little_below_where_they_came_in(EngagementLevel current, int days, EngagementLevel expected) =>
        new EngagementOptions().Next(current, days).ShouldBe(expected);
}
