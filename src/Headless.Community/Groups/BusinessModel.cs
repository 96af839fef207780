namespace Headless.Community;

/// <summary>What the community is to the product. Stored as a number: a value is never changed or given again.</summary>
public enum BusinessModel : byte
{
    /// <summary>原生型: the community is the product.</summary>
    Native = 1,

    /// <summary>服务型: the community serves a product.</summary>
    Service = 2,

    /// <summary>Neither.</summary>
    Other = 3,
}
