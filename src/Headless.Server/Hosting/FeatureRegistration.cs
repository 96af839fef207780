using System.Reflection;
using FluentValidation;
using Headless.Server.Alerts;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Delivery.Relay;
using Headless.Server.Timers;

namespace Headless.Server.Hosting;

/// <summary>Finds what the features declare, so that a new one needs no registration: types, extensions, data loaders, validators.</summary>
internal static class FeatureRegistration
{
    private static readonly Type[] s_typeClasses =
        [typeof(ObjectType<>), typeof(EnumType<>), typeof(InterfaceType<>), typeof(UnionType<>), typeof(InputObjectType<>)];

    /// <summary>The concrete classes of this assembly, in an order that does not depend on the compiler.</summary>
    private static IEnumerable<Type> Classes { get; } =
        [.. typeof(FeatureRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false }).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    /// <summary>Adds every class that extends a type, configures one or loads data.</summary>
    public static IRequestExecutorBuilder AddFeatures(this IRequestExecutorBuilder builder)
    {
        var addDataLoader = typeof(FeatureRegistration).GetMethod(nameof(AddDataLoader), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var type in Classes)
        {
            if (IsTypeExtension(type))
            {
                builder.AddTypeExtension(type);
            }
            else if (DerivesFromAny(type, s_typeClasses))
            {
                builder.AddType(type);
            }
            else if (type.IsAssignableTo(typeof(IDataLoader)))
            {
                addDataLoader.MakeGenericMethod(type).Invoke(null, [builder]);
            }
        }

        return builder;
    }

    /// <summary>Registers every validator under the input that it checks.</summary>
    public static IServiceCollection AddValidators(this IServiceCollection services)
    {
        // Messages name a field as the API does: 'externalId', not 'External Id'.
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) =>
            member is null ? null : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        foreach (var validator in Classes)
        {
            foreach (var contract in validator.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>)))
            {
                services.AddSingleton(contract, validator);
            }
        }

        return services;
    }

    /// <summary>Registers the service that carries out what is due, every kind of work for it, and what alerts are found by.</summary>
    public static IServiceCollection AddTimers(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var work in Classes.Where(type => type.IsAssignableTo(typeof(ITimedWork))))
        {
            services.AddSingleton(typeof(ITimedWork), work);
        }

        foreach (var source in Classes.Where(type => type.IsAssignableTo(typeof(IAlertSource))))
        {
            services.AddSingleton(typeof(IAlertSource), source);
        }

        services.AddSingleton(RelayOptions.From(configuration));
        services.AddSingleton<RelayLeaseKeeper>();
        services.AddSingleton<TimerService>();
        var options = configuration.GetSection(TimerOptions.SectionName).Get<TimerOptions>() ?? new TimerOptions();
        return options.Enabled
            ? services
                .AddHostedService(provider => provider.GetRequiredService<RelayLeaseKeeper>())
                .AddHostedService(provider => provider.GetRequiredService<TimerService>())
                .AddHostedService<WebhookRelay>()
            : services;
    }

    private static void AddDataLoader<T>(IRequestExecutorBuilder builder)
        where T : class, IDataLoader => builder.AddDataLoader<T>();

    /// <summary>The generic attribute is not derived from the other one in HotChocolate.</summary>
    private static bool IsTypeExtension(Type type) => type.GetCustomAttributes(inherit: true).Any(a =>
        a is ExtendObjectTypeAttribute || (a.GetType().IsGenericType && a.GetType().GetGenericTypeDefinition() == typeof(ExtendObjectTypeAttribute<>)));

    private static bool DerivesFromAny(Type type, Type[] definitions)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && definitions.Contains(ancestor.GetGenericTypeDefinition()))
            {
                return true;
            }
        }

        return false;
    }
}
