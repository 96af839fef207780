using Headless.Server.Access;
using Headless.Server.Assets;
using Headless.Server.Reading;

namespace Headless.Server.Features.Assets;

/// <summary><c>enum AssetKind</c>.</summary>
public sealed class AssetKindEnumType : EnumType<AssetKind>
{
    protected override void Configure(IEnumTypeDescriptor<AssetKind> descriptor)
    {
        descriptor.Description("What an asset is to whoever looks at it.");
        descriptor.Value(AssetKind.Image).Description("PNG, JPEG, GIF, WebP.");
        descriptor.Value(AssetKind.Video).Description("MP4, QuickTime, WebM.");
        descriptor.Value(AssetKind.Audio).Description("MP3, M4A, Ogg, WAV.");
        descriptor.Value(AssetKind.Document).Description("To be downloaded: PDF, Word, Excel, PowerPoint, plain text.");
    }
}

/// <summary><c>enum AssetStatus</c>.</summary>
public sealed class AssetStatusEnumType : EnumType<AssetStatus>
{
    protected override void Configure(IEnumTypeDescriptor<AssetStatus> descriptor)
    {
        descriptor.Description("Where an asset stands: PENDING → RECEIVED → READY → REMOVED.");
        descriptor.Value(AssetStatus.Pending).Description("Announced with createAssetUpload; its bytes have not come.");
        descriptor.Value(AssetStatus.Received).Description("Its bytes have come and are what its name says: completeAssetUpload makes it usable.");
        descriptor.Value(AssetStatus.Ready).Description("It can be used.");
        descriptor.Value(AssetStatus.Removed).Description("It is not used any more; its bytes are deleted where no other asset has the same.");
    }
}

/// <summary><c>type Asset</c>.</summary>
public sealed class AssetObjectType : ObjectType<Asset>
{
    protected override void Configure(IObjectTypeDescriptor<Asset> descriptor)
    {
        descriptor.Description("A file of the library, which belongs to the whole organisation. Its bytes never change.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(a => a.Id).ResolveNodeWith<AssetNode>(n => AssetNode.GetAssetAsync(default, default!, default));
        descriptor.Field(a => a.Id).Description("The global id, stable for the life of the asset: use it as cache key.");
        descriptor.Field(a => a.Name).Description("What it is called.");
        descriptor.Field(a => a.AltText).Description("What it shows, for whoever cannot see it.");
        descriptor.Field(a => a.Status).Description("Where it stands.");
        descriptor.Field(a => a.Kind).Description("What it is to whoever looks at it; null until its bytes have come.");
        descriptor.Field(a => a.MediaType).Description("What its bytes are, by the bytes: image/png. Null until they have come.");
        descriptor.Field(a => a.Size).Description("How many bytes it has, or was announced with.");
        descriptor.Field(a => a.Sha256).Description("The SHA-256 of its bytes in small hexadecimal digits; null until they have come.");
        descriptor.Field(a => a.Width).Description("In pixels, of an image.");
        descriptor.Field(a => a.Height).Description("In pixels, of an image.");
        descriptor.Field(a => a.UploadUntil).Description("Until when its bytes can come; null once it is ready.");
        descriptor.Field(a => a.CreatedAt).Description("When it was entered here.");
        descriptor.Field(a => a.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(a => a.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary>What an asset leads to.</summary>
[ExtendObjectType<Asset>]
public sealed class AssetNode
{
    private const int MaxMinutes = 7 * 24 * 60;
    private const int DefaultMinutes = 60;

    [GraphQLIgnore]
    public static Task<Asset?> GetAssetAsync(long id, ByIdDataLoader<Asset> assets, CancellationToken cancellationToken) => assets.LoadAsync(id, cancellationToken);

    [GraphQLDescription("An address that opens its bytes without a key until a time: for an img or a link. It takes Range and If-None-Match. Null while it is not READY.")]
    public static string? GetUrl(
        [Parent($"{nameof(Asset.Id)} {nameof(Asset.Sha256)} {nameof(Asset.Status)}")] Asset asset,
        [GraphQLDescription("How many minutes it opens: 60 unless given, at most 10 080 (a week).")] int? minutes,
        AssetAddresses addresses,
        TimeProvider clock) =>
        asset is { Status: AssetStatus.Ready, Sha256: { } sha256 }
            ? addresses.ToRead(asset.Id, sha256, clock.GetUtcNow().UtcDateTime.AddMinutes(Math.Clamp(minutes ?? DefaultMinutes, 1, MaxMinutes)))
            : null;

    [Cost(1)]
    [GraphQLDescription("Who uploaded it.")]
    public static Task<Operator?> GetUploadedByAsync(
        [Parent(nameof(Asset.UploadedById))] Asset asset, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(asset.UploadedById, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The content items that it belongs to.")]
    public static IQueryable<ContentItem> GetContentItems([Parent(nameof(Asset.Id))] Asset asset, CommunityDbContext db) =>
        db.ContentItemAssets.Where(a => a.AssetId == asset.Id).Select(a => a.ContentItem);
}

/// <summary><c>type ContentItemAsset</c>.</summary>
public sealed class ContentItemAssetObjectType : ObjectType<ContentItemAsset>
{
    protected override void Configure(IObjectTypeDescriptor<ContentItemAsset> descriptor)
    {
        descriptor.Description("An asset of a content item.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Position).Description("Where it stands among the assets of the item: 0 for the first.");
    }
}

/// <summary>What the place of an asset leads to.</summary>
[ExtendObjectType<ContentItemAsset>]
public sealed class ContentItemAssetNode
{
    [Cost(1)]
    [GraphQLDescription("The asset.")]
    public static Task<Asset?> GetAssetAsync(
        [Parent(nameof(ContentItemAsset.AssetId))] ContentItemAsset place, ByIdDataLoader<Asset> assets, CancellationToken cancellationToken) =>
        assets.LoadAsync(place.AssetId, cancellationToken);
}

/// <summary>The assets of a content item.</summary>
[ExtendObjectType<ContentItem>]
public sealed class ContentItemAssets
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(ConnectionName = "ContentItemAssets", IncludeTotalCount = true)]
    [UseSorting<ContentItemAssetSortInput>]
    [GraphQLDescription("Its pictures and files, as they were put; order them by position where they have been put anew.")]
    public static IQueryable<ContentItemAsset> GetAssets([Parent(nameof(ContentItem.Id))] ContentItem item, CommunityDbContext db) =>
        db.ContentItemAssets.Where(a => a.ContentItemId == item.Id);
}

/// <summary><c>input ContentItemAssetSortInput</c>.</summary>
public sealed class ContentItemAssetSortInput : SortInputType<ContentItemAsset>
{
    protected override void Configure(ISortInputTypeDescriptor<ContentItemAsset> descriptor)
    {
        descriptor.Description("The order of the assets of an item.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Position).Description("By their place.");
    }
}

/// <summary><c>input AssetFilterInput</c>.</summary>
public sealed class AssetFilterInput : FilterInputType<Asset>
{
    protected override void Configure(IFilterInputTypeDescriptor<Asset> descriptor)
    {
        descriptor.Description("Conditions on assets; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(a => a.Name).Description("What it is called.");
        descriptor.Field(a => a.Kind).Description("What it is to whoever looks at it.");
        descriptor.Field(a => a.Status).Description("Where it stands.");
        descriptor.Field(a => a.MediaType).Description("What its bytes are.");
        descriptor.Field(a => a.Sha256).Description("The SHA-256 of its bytes: find what was uploaded before.");
        descriptor.Field(a => a.Size).Description("How many bytes it has.");
        descriptor.Field(a => a.CreatedAt).Description("When it was entered here.");
        descriptor.Field(a => a.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input AssetSortInput</c>.</summary>
public sealed class AssetSortInput : SortInputType<Asset>
{
    protected override void Configure(ISortInputTypeDescriptor<Asset> descriptor)
    {
        descriptor.Description("The order of assets. Assets that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Name).Description("By what they are called.");
        descriptor.Field(a => a.Kind).Description("By what they are.");
        descriptor.Field(a => a.Size).Description("By the number of bytes.");
        descriptor.Field(a => a.CreatedAt).Description("By time of entry.");
        descriptor.Field(a => a.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary>Assets as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class AssetQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<AssetFilterInput>]
    [UseSorting<AssetSortInput>]
    [GraphQLDescription("The picture and file library, which belongs to the whole organisation; also what is on its way in, and what was removed.")]
    public static IQueryable<Asset> GetAssets(CommunityDbContext db) => db.Assets;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One asset; null where there is none.")]
    public static Task<Asset?> GetAssetByIdAsync(
        [ID<Asset>] [GraphQLDescription("The asset's global id.")] long id, ByIdDataLoader<Asset> assets, CancellationToken cancellationToken) =>
        assets.LoadAsync(id, cancellationToken);
}
