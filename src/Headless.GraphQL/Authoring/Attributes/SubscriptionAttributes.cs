namespace Headless.GraphQL;

/// <summary>The method is a subscription's field: it runs for each event of its source stream (specification section 6.2.3).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>The method of the same class that produces the stream, with the same arguments; null: a topic does.</summary>
    public string? With { get; set; }

    /// <summary>The type of the events of the topic; null: that of the parameter with <see cref="EventMessageAttribute"/>.</summary>
    public Type? MessageType { get; set; }
}

/// <summary>
/// The topic that the field subscribes to: on the method a name in which <c>{argument}</c> is replaced by the argument's value,
/// on a parameter that argument's value. Without it the topic is the name of the method.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class TopicAttribute : Attribute
{
    public TopicAttribute()
    {
    }

    public TopicAttribute(string name) => Name = name;

    public string? Name { get; }
}
