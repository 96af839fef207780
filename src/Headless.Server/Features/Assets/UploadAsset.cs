using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Assets;
using Headless.Server.Writing;

namespace Headless.Server.Features.Assets;

[GraphQLDescription("A file to upload with the request.")]
public sealed record UploadAssetInput(
    [property: GraphQLDescription("The file, by the GraphQL multipart request specification; its name counts, its media type does not.")] IFile File,
    [property: GraphQLDescription("What it shows, for whoever cannot see it; at most 1 000 characters.")] string? AltText);

[GraphQLDescription("A large file that is uploaded by itself.")]
public sealed record CreateAssetUploadInput(
    [property: GraphQLDescription("What it is called, with its ending; at most 200 characters, no path.")] string Name,
    [property: GraphQLDescription("How many bytes it has: as many have to come.")] long Size,
    [property: GraphQLDescription("What it shows, for whoever cannot see it; at most 1 000 characters.")] string? AltText);

[GraphQLDescription("A large file whose bytes have come.")]
public sealed record CompleteAssetUploadInput(
    [property: ID<Asset>] [property: GraphQLDescription("The asset.")] long Id,
    [property: GraphQLDescription("The SHA-256 of what you sent, in hexadecimal digits; given, other bytes are refused.")] string? Sha256);

[GraphQLDescription("Where the bytes of an announced file go.")]
public sealed record AssetUpload(
    [property: GraphQLDescription("The asset, which is PENDING.")] Asset Asset,
    [property: GraphQLDescription("Where to PUT the bytes, without a key: once, until the time below.")] string Url,
    [property: GraphQLDescription("Until when they can come.")] DateTime Until);

/// <summary>The rules of <see cref="UploadAssetInput"/>.</summary>
public sealed class UploadAssetValidator : AbstractValidator<UploadAssetInput>
{
    public UploadAssetValidator()
    {
        RuleFor(i => i.File.Name).AssetName().OverridePropertyName("file");
        RuleFor(i => i.AltText).MaximumLength(Asset.AltTextMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="CreateAssetUploadInput"/>.</summary>
public sealed class CreateAssetUploadValidator : AbstractValidator<CreateAssetUploadInput>
{
    public CreateAssetUploadValidator()
    {
        RuleFor(i => i.Name).AssetName();
        RuleFor(i => i.Size).GreaterThan(0);
        RuleFor(i => i.AltText).MaximumLength(Asset.AltTextMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="CompleteAssetUploadInput"/>.</summary>
public sealed class CompleteAssetUploadValidator : AbstractValidator<CompleteAssetUploadInput>
{
    public CompleteAssetUploadValidator() => RuleFor(i => i.Sha256)
        .Must(hash => hash is null || (hash.Length == Asset.Sha256Length && hash.All(char.IsAsciiHexDigit)))
        .WithErrorCode("INVALID_SHA256").WithMessage("'{PropertyName}' must be 64 hexadecimal digits.");
}

/// <summary>Rules that the inputs about assets share.</summary>
internal static class AssetRules
{
    public static IRuleBuilderOptions<T, string> AssetName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().MaximumLength(Asset.NameMaxLength).PlainText()
        .Must(name => !name!.Any(c => c is '/' or '\\' || char.IsControl(c)))
        .WithErrorCode("INVALID_NAME").WithMessage("A name has no path and no control characters.")!;
}

/// <summary>Uploads files: small ones with the request, large ones in two steps.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UploadAssetMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<DomainException>]
    [GraphQLDescription("Uploads a file with the request (multipart/form-data with the header GraphQL-Preflight: 1). What it is says the server by looking at the bytes; a name that says something else is refused.")]
    public static async Task<Asset> UploadAssetAsync(UploadAssetInput input, CommunityWriter writer, AssetIntake intake, CancellationToken cancellationToken)
    {
        await writer.ValidateAsync(input, cancellationToken);
        await using var bytes = input.File.OpenReadStream();
        var content = await intake.TakeAsync(input.File.Name, bytes, size: null, cancellationToken);
        return await writer.WriteAsync(
            input,
            session =>
            {
                var asset = Asset.Announce(input.File.Name, input.AltText, content.Size, session.Caller.OperatorId, session.Now);
                asset.Receive(content);
                asset.Complete(content.Sha256);
                session.Db.Assets.Add(asset);
                session.Record(ActivityKind.AssetUploaded, () => new ActivitySubject { Text = asset.Name });
                return Task.FromResult(asset);
            },
            cancellationToken);
    }

    [Authorize(Policies.Write)]
    [UseMutationConvention(PayloadFieldName = "upload")]
    [Error<InvalidInputException>]
    [Error<DomainException>]
    [GraphQLDescription("Announces a large file and answers where its bytes go: PUT them there, then completeAssetUpload. An announcement that is not completed in time is forgotten.")]
    public static Task<AssetUpload> CreateAssetUploadAsync(
        CreateAssetUploadInput input, CommunityWriter writer, AssetIntake intake, AssetAddresses addresses, AssetOptions options, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                intake.RequireAllowed(input.Name, input.Size);
                var until = session.Now + options.UploadWindow;
                var asset = Asset.Announce(input.Name, input.AltText, input.Size, session.Caller.OperatorId, until);
                session.Db.Assets.Add(asset);
                await session.Db.SaveChangesAsync(session.CancellationToken);
                session.Record(ActivityKind.AssetAnnounced, () => new ActivitySubject { Text = asset.Name });
                return new AssetUpload(asset, addresses.ToWrite(asset.Id, asset.Size, until), until);
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a file usable whose bytes have come.")]
    public static Task<Asset> CompleteAssetUploadAsync(CompleteAssetUploadInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var asset = await session.FindAsync<Asset>(input.Id, "id");
                asset.Complete(input.Sha256);
                session.Record(ActivityKind.AssetUploaded, () => new ActivitySubject { Text = asset.Name });
                return asset;
            },
            cancellationToken);
}
