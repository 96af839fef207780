namespace Headless.Community.Demo;

/// <summary>The words that the demo community is made of.</summary>
internal static class DemoNames
{
    public static readonly string[] Surnames =
        ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗"];

    public static readonly string[] GivenNames =
    [
        "子涵", "欣怡", "宇轩", "梓萱", "浩然", "诗涵", "一诺", "俊杰", "思远", "雨桐", "佳琪", "明轩", "晓彤", "建国", "丽华",
        "志强", "秀英", "海燕", "文博", "静怡", "嘉豪", "美玲", "国强", "晨曦", "若曦", "天宇", "雅婷", "振华", "春梅", "立新",
    ];

    public static readonly string[] EnglishFirstNames =
    [
        "Ava", "Noah", "Mia", "Liam", "Zoe", "Ethan", "Ella", "Lucas", "Ruby", "Owen", "Nora", "Caleb", "Ivy", "Miles", "Hazel",
        "Felix", "Clara", "Jonas", "Maya", "Theo",
    ];

    public static readonly string[] EnglishLastNames =
    [
        "Baker", "Carter", "Diaz", "Evans", "Fischer", "Garcia", "Hughes", "Irving", "Jensen", "Khan", "Lopez", "Murphy", "Novak",
        "Olsen", "Patel", "Quinn", "Reyes", "Silva", "Turner", "Weber",
    ];

    public static readonly (string Region, string City)[] Places =
    [
        ("四川", "成都"), ("四川", "绵阳"), ("广东", "广州"), ("广东", "深圳"), ("浙江", "杭州"), ("浙江", "宁波"), ("北京", "北京"),
        ("上海", "上海"), ("江苏", "南京"), ("湖北", "武汉"), ("陕西", "西安"), ("重庆", "重庆"),
    ];

    public static readonly string[] Messages =
    [
        "早上好呀大家", "这个面膜真的好用吗", "今天周四的活动几点开始", "已经下单了，坐等收货", "请问怎么领优惠券", "分享一下我的使用心得",
        "上次买的还没用完", "群主辛苦了", "有没有适合敏感肌的", "刚收到货，包装很好", "求推荐一款洗面奶", "这个价格太划算了",
        "我带了三个朋友进来", "什么时候补货", "打卡第七天", "谢谢分享，学到了", "明天的直播几点", "可以开发票吗", "物流到哪里了",
        "我觉得上一款更好", "有一起拼团的吗", "孩子也可以用吗", "客服在吗，想问一下订单", "这周的早报写得不错",
        "Has anyone tried the new serum?", "The Thursday sale was great", "How do I use my coupon?", "Thanks, that helped a lot",
        "Is there a size guide somewhere?", "Mine arrived today, very happy", "When will it be back in stock?",
    ];

    /// <summary>Messages that are not effective: emoji, punctuation, commands, and what <see cref="DemoMessageRule"/> leaves out.</summary>
    public static readonly string[] Noise = ["👍", "😂😂", "。。。", "!!!", "/签到", "!help", "收到", "🌹🌹🌹", "？"];

    public static readonly string[] StaffMessages =
    [
        "【公告】周四晚八点专场，提前看好清单", "今日早报已发，欢迎留言", "欢迎新朋友，进群请改备注：地区+昵称", "有问题随时 @ 我",
        "Reminder: the notice for Thursday is pinned",
    ];

    public static readonly (string Group, bool Exclusive, string Colour, string[] Tags)[] Tags =
    [
        ("生命周期 Lifecycle", true, "#1677FF", ["新客 New", "活跃 Active", "沉睡 Dormant", "流失 Lost"]),
        ("兴趣 Interest", false, "#52C41A", ["护肤 Skincare", "母婴 Baby", "健身 Fitness", "美食 Food", "旅行 Travel", "数码 Digital"]),
        ("价值 Value", true, "#FAAD14", ["高客单 High basket", "中客单 Medium basket", "低客单 Low basket"]),
        ("来源 Source", false, "#722ED1", ["公众号 Official account", "抖音 Douyin", "线下 Offline", "老带新 Referral"]),
    ];
}
