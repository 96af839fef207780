using System.Net;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Headless.Server.Assets;

/// <summary>Keeps bytes in a bucket.</summary>
internal sealed class S3AssetStore : IAssetStore, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly S3Options _options;

    public S3AssetStore(AssetOptions options)
    {
        _options = options.S3;
        var config = new AmazonS3Config
        {
            // Stores other than Amazon's need not know the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (_options.ServiceUrl is { } url)
        {
            (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (url, true, _options.Region ?? "us-east-1");
        }
        else if (_options.Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        _client = _options.AccessKey is { } key ? new AmazonS3Client(new BasicAWSCredentials(key, _options.SecretKey), config) : new AmazonS3Client(config);
    }

    public async Task PutAsync(string sha256, Stream content, long length, CancellationToken ct)
    {
        // The bytes are hashed already; put anew they are as they were, and young again.
        await _client.PutObjectAsync(
            new PutObjectRequest { BucketName = _options.Bucket, Key = KeyOf(sha256), InputStream = content, AutoCloseStream = false, UseChunkEncoding = false, ContentType = "application/octet-stream" }, ct);
    }

    public async Task<Stream?> OpenAsync(string sha256, long offset, long length, CancellationToken ct)
    {
        try
        {
            var response = await _client.GetObjectAsync(
                new GetObjectRequest { BucketName = _options.Bucket, Key = KeyOf(sha256), ByteRange = length == 0 ? null : new ByteRange(offset, offset + length - 1) }, ct);
            return response.ResponseStream;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(string sha256, CancellationToken ct) =>
        _client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = _options.Bucket, Key = KeyOf(sha256) }, ct);

    public async IAsyncEnumerable<string> ListAsync(DateTime before, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = _options.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await _client.ListObjectsV2Async(request, ct);
            foreach (var found in page.S3Objects ?? [])
            {
                if (found.LastModified?.ToUniversalTime() < before)
                {
                    yield return found.Key[_options.Prefix.Length..];
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => _client.Dispose();

    private string KeyOf(string sha256) => _options.Prefix + sha256;
}
