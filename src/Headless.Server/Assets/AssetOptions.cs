namespace Headless.Server.Assets;

/// <summary>Where the bytes of assets stand.</summary>
public enum AssetStoreKind
{
    Disk = 1,
    S3 = 2,
}

/// <summary>The section <c>Assets</c> of the configuration.</summary>
public sealed record AssetOptions
{
    public const string SectionName = "Assets";

    public AssetStoreKind Store { get; init; } = AssetStoreKind.Disk;

    /// <summary>The folder of the bytes, and of what is on its way in; beside the database of a first start unless given.</summary>
    public string Folder { get; init; } = "headless-assets";

    /// <summary>The most bytes of an asset.</summary>
    public long MaxSize { get; init; } = 1L << 30;

    /// <summary>The most bytes of an image.</summary>
    public long MaxImageSize { get; init; } = 20L << 20;

    /// <summary>How long after its announcement a large file can come.</summary>
    public TimeSpan UploadWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long bytes are kept that no asset has.</summary>
    public TimeSpan KeepOrphans { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The key of signed addresses: at least 32 characters, the same for every replica. Without it each process makes one of its own, and its addresses end with it.</summary>
    public string? SigningKey { get; init; }

    /// <summary>What addresses of assets begin with, such as https://api.example.org; they are relative unless given.</summary>
    public string? PublicUrl { get; init; }

    public S3Options S3 { get; init; } = new();

    /// <exception cref="InvalidOperationException">A setting cannot be.</exception>
    public static AssetOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<AssetOptions>() ?? new AssetOptions();
        if (options.SigningKey is { Length: < 32 })
        {
            throw new InvalidOperationException("Assets:SigningKey is too short: give at least 32 characters that nobody can guess.");
        }

        if (options.Store == AssetStoreKind.S3 && string.IsNullOrWhiteSpace(options.S3.Bucket))
        {
            throw new InvalidOperationException("Assets:Store is S3, but Assets:S3:Bucket names no bucket.");
        }

        return options;
    }
}

/// <summary>The section <c>Assets:S3</c>: any store that speaks S3's protocol.</summary>
public sealed record S3Options
{
    public string? Bucket { get; init; }

    /// <summary>What keys begin with.</summary>
    public string Prefix { get; init; } = "assets/";

    /// <summary>The address of a store that is not Amazon's; buckets are then part of the path.</summary>
    public string? ServiceUrl { get; init; }

    public string? Region { get; init; }

    /// <summary>Without it the SDK looks where it always does: environment, profile, instance.</summary>
    public string? AccessKey { get; init; }

    public string? SecretKey { get; init; }
}
