namespace Headless.Community;

/// <summary>What an asset is to whoever looks at it. Stored as a number: a value is never changed or given again.</summary>
public enum AssetKind : byte
{
    Image = 1,
    Video = 2,
    Audio = 3,

    /// <summary>To be downloaded: PDF, office documents, plain text.</summary>
    Document = 4,
}

/// <summary>PENDING → RECEIVED → READY → REMOVED. Stored as a number: a value is never changed or given again.</summary>
public enum AssetStatus : byte
{
    /// <summary>Announced; its bytes have not come.</summary>
    Pending = 1,

    /// <summary>Its bytes have come and are what they were said to be.</summary>
    Received = 2,

    Ready = 3,
    Removed = 4,
}

/// <summary>
/// A file of the library: its bytes stand in a store under their SHA-256 and never change. What type they are says the server, by
/// looking at them.
/// </summary>
public sealed class Asset : Entity
{
    public const int NameMaxLength = 200;
    public const int AltTextMaxLength = 1000;
    public const int MediaTypeMaxLength = 100;
    public const int Sha256Length = 64;

    private static readonly StateMachine<AssetStatus> s_statuses = new(
        "asset",
        (AssetStatus.Pending, AssetStatus.Received),
        (AssetStatus.Received, AssetStatus.Ready),
        (AssetStatus.Ready, AssetStatus.Removed));

    private AssetStatus _status = AssetStatus.Pending;

    /// <summary>What it is called, without any path; its ending agrees with what it is.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, for whoever cannot see it.</summary>
    public string? AltText { get; set; }

    public AssetStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>How many bytes it has, or was announced with.</summary>
    public long Size { get; private set; }

    /// <summary>The SHA-256 of its bytes in small hexadecimal digits; null until they have come.</summary>
    public string? Sha256 { get; private set; }

    public AssetKind? Kind { get; private set; }

    /// <summary>What its bytes are.</summary>
    public string? MediaType { get; private set; }

    /// <summary>In pixels, of an image.</summary>
    public int? Width { get; private set; }

    /// <summary>In pixels, of an image.</summary>
    public int? Height { get; private set; }

    /// <summary>Until when its bytes can come, UTC; null once it is ready.</summary>
    public DateTime? UploadUntil { get; private set; }

    public long? UploadedById { get; init; }

    public Operator? UploadedBy { get; init; }

    /// <summary>Announces a file that is uploaded by itself.</summary>
    public static Asset Announce(string name, string? altText, long size, long? uploaderId, DateTime until) =>
        new() { Name = name, AltText = altText, Size = size, UploadedById = uploaderId, UploadUntil = until };

    /// <summary>Its bytes have come.</summary>
    /// <exception cref="InvalidTransitionException">They had.</exception>
    public void Receive(AssetContent content)
    {
        _status = s_statuses.Step(Status, AssetStatus.Received);
        (Sha256, Size, Kind, MediaType, Width, Height) = (content.Sha256, content.Size, content.Kind, content.MediaType, content.Width, content.Height);
    }

    /// <summary>It can be used.</summary>
    /// <param name="sha256">What the client has sent, by its own count; null: it does not say.</param>
    /// <exception cref="InvalidTransitionException">Its bytes have not come, or it can be used already.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AssetDamaged"/>: other bytes have come than were sent.</exception>
    public void Complete(string? sha256)
    {
        var next = s_statuses.Step(Status, AssetStatus.Ready);
        if (sha256 is not null && !string.Equals(sha256, Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new DomainException(DomainErrorCodes.AssetDamaged, "The bytes that came are not those with that SHA-256: announce it again, and send it once more.");
        }

        (_status, UploadUntil) = (next, null);
    }

    /// <summary>It is not used any more, and its bytes are deleted where no other asset has the same.</summary>
    /// <exception cref="InvalidTransitionException">It was not ready.</exception>
    public void Remove() => _status = s_statuses.Step(Status, AssetStatus.Removed);

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AssetNotReady"/>.</exception>
    public void RequireReady()
    {
        if (Status != AssetStatus.Ready)
        {
            throw new DomainException(DomainErrorCodes.AssetNotReady, $"'{Name}' is not ready: only an asset whose upload is complete can be used.");
        }
    }
}

/// <summary>What the bytes of an asset are.</summary>
/// <param name="Sha256">In small hexadecimal digits.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Kind">What it is to whoever looks at it.</param>
/// <param name="MediaType">By its bytes.</param>
/// <param name="Width">In pixels, of an image.</param>
/// <param name="Height">In pixels, of an image.</param>
public sealed record AssetContent(string Sha256, long Size, AssetKind Kind, string MediaType, int? Width, int? Height);

/// <summary>An asset belongs to a content item.</summary>
public sealed class ContentItemAsset
{
    public const int MaxForItem = 50;

    public long Id { get; init; }

    public long ContentItemId { get; init; }

    public ContentItem ContentItem { get; init; } = null!;

    public long AssetId { get; init; }

    public Asset Asset { get; init; } = null!;

    /// <summary>Where it stands among the assets of the item: 0 for the first.</summary>
    public int Position { get; init; }
}
