namespace Headless.Community;

/// <summary>What to do for a class of customers, as the organisation says: where there is no row there is no rule, and none is made up.</summary>
public sealed class ClassStrategy : Entity
{
    public const int TextMaxLength = 2000;

    /// <summary>Unique.</summary>
    public MemberClass Class { get; init; }

    public required string Text { get; set; }

    /// <summary>The two that the article gives. It says nothing of the other classes.</summary>
    public static IEnumerable<ClassStrategy> OfTheArticle() =>
    [
        new() { Class = MemberClass.Loyal, Text = "高单价单品，更好的服务 A single product of a high price, and better service." },
        new() { Class = MemberClass.Bargain, Text = "组合优惠，邀请好友砍价 Bundles, and bargains for those who bring friends." },
    ];
}
