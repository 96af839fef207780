namespace Headless.Server.Assets;

/// <summary>Registers where assets stand and how they get there.</summary>
internal static class AssetSetup
{
    public static IServiceCollection AddAssets(this IServiceCollection services, IConfiguration configuration)
    {
        var options = AssetOptions.From(configuration);
        services.AddSingleton(options);
        services.AddSingleton<AssetAddresses>();
        services.AddSingleton<AssetIntake>();
        services.AddSingleton<StoredFiles>();
        services.AddSingleton<AssetStoreSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<AssetStoreSweep>());
        return options.Store == AssetStoreKind.S3
            ? services.AddSingleton<IAssetStore, S3AssetStore>()
            : services.AddSingleton<IAssetStore, DiskAssetStore>();
    }
}
