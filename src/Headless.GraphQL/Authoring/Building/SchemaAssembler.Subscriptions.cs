using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <content>Subscription fields: where their events come from.</content>
internal sealed partial class SchemaAssembler
{
    private SubscriptionResolver CreateSource(OutputField field, MethodInfo method, Type subscriptionClass, List<BoundArgument> arguments, SubscribeAttribute subscribe)
    {
        if (subscribe.With is { } with)
        {
            var source = subscriptionClass.GetMethod(with) ?? throw new SchemaException($"{subscriptionClass} has no method '{with}', which {method.Name} subscribes with.");
            return SubscriptionSources.FromMethod(_compiler.CompileRaw(source, source.IsStatic ? null : subscriptionClass, BindSource(field, source)));
        }

        var messageType = subscribe.MessageType
            ?? method.GetParameters().FirstOrDefault(p => p.IsDefined(typeof(EventMessageAttribute)))?.ParameterType
            ?? throw new SchemaException($"{subscriptionClass}.{method.Name} says neither what its events are nor what they come from.");
        if (arguments.Find(a => a.Parameter.IsDefined(typeof(TopicAttribute))) is { } topicArgument)
        {
            var name = topicArgument.Field.Name;
            return SubscriptionSources.FromTopic(messageType, context => SubscriptionSources.FormatArgument(context.ArgumentValue(name)));
        }

        var template = method.GetCustomAttribute<TopicAttribute>()?.Name ?? method.Name;
        return template.Contains('{', StringComparison.Ordinal)
            ? SubscriptionSources.FromTopic(messageType, context => SubscriptionSources.FormatTopic(template, context))
            : SubscriptionSources.FromTopic(messageType, _ => template);
    }

    /// <summary>The source's arguments are the field's, by name; those that the field's own method does not take are added.</summary>
    private List<BoundArgument> BindSource(OutputField field, MethodInfo source)
    {
        var bound = new List<BoundArgument>();
        foreach (var parameter in source.GetParameters().Where(_compiler.IsArgument))
        {
            var configuration = InputValueConfiguration.From(parameter, this);
            if (!field.Arguments.TryGet(configuration.Name, out var argument))
            {
                field.Arguments.Add(argument = CreateInput(configuration));
            }

            bound.Add(new BoundArgument(parameter, argument, null));
        }

        return bound;
    }
}
