using System.Runtime.CompilerServices;

namespace Headless.Server.Assets;

/// <summary>Keeps bytes in a folder, in 256 folders by the first two digits. Replicas need the same folder.</summary>
internal sealed class DiskAssetStore(AssetOptions options, TimeProvider clock) : IAssetStore
{
    private readonly string _folder = Path.Combine(Path.GetFullPath(options.Folder), "sha256");

    public async Task PutAsync(string sha256, Stream content, long length, CancellationToken ct)
    {
        var path = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            Touch(path);
            return;
        }

        // Under another name until it is whole: a crash leaves no half of it under its own.
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                await content.CopyToAsync(file, ct);
                file.Flush(flushToDisk: true);
            }

            Touch(partial);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public Task<Stream?> OpenAsync(string sha256, long offset, long length, CancellationToken ct)
    {
        try
        {
            var file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);
            file.Position = offset;
            return Task.FromResult<Stream?>(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string sha256, CancellationToken ct)
    {
        try
        {
            File.Delete(PathOf(sha256));
        }
        catch (DirectoryNotFoundException)
        {
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(DateTime before, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!Directory.Exists(_folder))
        {
            yield break;
        }

        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc < before)
            {
                if (file.Name.EndsWith(".partial", StringComparison.Ordinal))
                {
                    file.Delete();
                }
                else
                {
                    yield return file.Name;
                }
            }
        }

        await Task.CompletedTask;
    }

    private void Touch(string path) => File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);

    private string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);
}
