namespace Headless.Community;

/// <summary>PAID → REFUNDED or CANCELLED. Stored as a number: a value is never changed or given again.</summary>
public enum OrderStatus : byte
{
    Paid = 1,
    Refunded = 2,
    Cancelled = 3,
}
