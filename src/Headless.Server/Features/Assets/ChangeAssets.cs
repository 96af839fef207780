using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Assets;

[GraphQLDescription("A change of what is said of an asset.")]
public sealed record UpdateAssetInput(
    [property: ID<Asset>] [property: GraphQLDescription("The asset.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What it shows, for whoever cannot see it; null clears it.")] string? AltText);

[GraphQLDescription("An asset that is not used any more.")]
public sealed record RemoveAssetInput(
    [property: ID<Asset>] [property: GraphQLDescription("The asset.")] long Id,
    [property: GraphQLDescription("The version that you read; given, it is refused when somebody else has changed it since.")] long? Version);

[GraphQLDescription("The assets of a content item.")]
public sealed record SetContentItemAssetsInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long ContentItemId,
    [property: ID<Asset>] [property: GraphQLDescription("Its assets in their order, at most 50, each once; they take the place of all that it had.")] IReadOnlyList<long> AssetIds,
    [property: GraphQLDescription("The version of the item that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="UpdateAssetInput"/>.</summary>
public sealed class UpdateAssetValidator : AbstractValidator<UpdateAssetInput>
{
    public UpdateAssetValidator() => RuleFor(i => i.AltText).MaximumLength(Asset.AltTextMaxLength).PlainText();
}

/// <summary>The rules of <see cref="RemoveAssetInput"/>.</summary>
public sealed class RemoveAssetValidator : AbstractValidator<RemoveAssetInput>
{
    public RemoveAssetValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="SetContentItemAssetsInput"/>.</summary>
public sealed class SetContentItemAssetsValidator : AbstractValidator<SetContentItemAssetsInput>
{
    public SetContentItemAssetsValidator() => RuleFor(i => i.AssetIds)
        .Must(ids => ids.Count <= ContentItemAsset.MaxForItem).WithErrorCode("TOO_MANY_IDS").WithMessage($"Name at most {ContentItemAsset.MaxForItem} assets.")
        .Must(ids => ids.Distinct().Count() == ids.Count).WithErrorCode("DUPLICATE_ID").WithMessage("Name each asset once.");
}

/// <summary>Describes assets, removes them and gives them to content items.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeAssetMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes what is said of an asset; its bytes never change.")]
    public static Task<Asset> UpdateAssetAsync(UpdateAssetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var asset = await session.FindAsync<Asset>(input.Id, "id");
                session.Expect(asset, input.Version);
                asset.AltText = input.AltText;
                session.Record(ActivityKind.AssetUpdated, () => new ActivitySubject { Text = asset.Name });
                return asset;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Removes an asset that no content item has: its addresses end at once, and its bytes are deleted where no other asset has the same.")]
    public static Task<Asset> RemoveAssetAsync(RemoveAssetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var asset = await session.FindAsync<Asset>(input.Id, "id");
                session.Expect(asset, input.Version);
                if (await session.Db.ContentItemAssets.AnyAsync(a => a.AssetId == asset.Id, session.CancellationToken))
                {
                    throw new DomainException(DomainErrorCodes.AssetInUse, $"'{asset.Name}' belongs to content items: take it from them first.");
                }

                asset.Remove();
                session.Record(ActivityKind.AssetRemoved, () => new ActivitySubject { Text = asset.Name });
                return asset;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Gives a content item its pictures and files, in their order. A published or archived item keeps what it has.")]
    public static Task<ContentItem> SetContentItemAssetsAsync(SetContentItemAssetsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.ContentItemId, "contentItemId");
                session.Expect(item, input.Version);
                if (item.Status is ContentStatus.InReview or ContentStatus.Approved or ContentStatus.Published or ContentStatus.Archived)
                {
                    item.Revise();
                }

                var ids = input.AssetIds.ToArray();
                var assets = await session.Db.Assets.Where(a => EF.Parameter(ids).Contains(a.Id)).ToDictionaryAsync(a => a.Id, session.CancellationToken);
                var places = new List<ContentItemAsset>();
                foreach (var (id, position) in ids.Select((id, position) => (id, position)))
                {
                    var asset = assets.GetValueOrDefault(id) ?? throw new NotFoundException(nameof(Asset), $"assetIds[{position}]");
                    asset.RequireReady();
                    places.Add(new ContentItemAsset { ContentItemId = item.Id, AssetId = id, Position = position });
                }

                var before = await session.Db.ContentItemAssets.Where(a => a.ContentItemId == item.Id).ToListAsync(session.CancellationToken);
                session.Db.ContentItemAssets.RemoveRange(before);
                await session.Db.SaveChangesAsync(session.CancellationToken);
                session.Db.ContentItemAssets.AddRange(places);

                // Other pictures are another version of the item, though no column of its own row changes.
                session.Db.Entry(item).Property(i => i.Title).IsModified = true;
                session.Record(ActivityKind.ContentAssetsChanged, () => new ActivitySubject { ContentItemId = item.Id });
                return item;
            },
            cancellationToken);
}
