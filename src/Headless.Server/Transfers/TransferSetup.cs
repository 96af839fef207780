using Headless.Server.Timers;
using Headless.Server.Transfers.Subjects;

namespace Headless.Server.Transfers;

/// <summary>Registers what imports and exports need.</summary>
internal static class TransferSetup
{
    public static IServiceCollection AddTransfers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TransferOptions.From(configuration));
        services.AddSingleton<TransferIntake>();
        services.AddSingleton<RowReferences>();
        foreach (var subject in typeof(IImportSubject).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IImportSubject))))
        {
            services.AddSingleton(typeof(IImportSubject), subject);
        }

        services.AddSingleton<ImportWorker>();
        services.AddSingleton<ExportWorker>();
        services.AddSingleton<TransferService>();
        var timers = configuration.GetSection(TimerOptions.SectionName).Get<TimerOptions>() ?? new TimerOptions();
        return timers.Enabled ? services.AddHostedService(provider => provider.GetRequiredService<TransferService>()) : services;
    }
}
