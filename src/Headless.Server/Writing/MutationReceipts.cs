using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Headless.Server.Writing;

/// <summary>What mutations with an idempotency key have answered. An answer can be read only with its key.</summary>
public sealed class MutationReceipts(CommunityDatabase database, TimeProvider clock)
{
    /// <summary>How long after its change an answer may still be on its way; longer than an execution may take.</summary>
    internal static readonly TimeSpan AnswerDelay = TimeSpan.FromMinutes(2);

    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly ConcurrentDictionary<MutationClaim, byte> _running = new();

    /// <summary>Begins a request; null while another one with its key is under way in this process.</summary>
    internal IDisposable? TryBegin(MutationClaim claim) => _running.TryAdd(claim, 0) ? new Running(this, claim) : null;

    /// <summary>What is known of a request with this key.</summary>
    internal async Task<MutationReceipt?> FindAsync(MutationClaim claim, CancellationToken ct)
    {
        await using var db = database.Create(AccessScope.Everything);
        var hash = claim.KeyHash;
        return await db.MutationReceipts.AsNoTracking().FirstOrDefaultAsync(r => r.OperatorId == claim.OperatorId && r.KeyHash == hash, ct);
    }

    /// <summary>The receipt that is to be written with the first change of a request.</summary>
    internal WriteCompanion Prepare(MutationClaim claim, byte[] requestHash) => new(async (db, ct) =>
    {
        var receipt = new MutationReceipt
        {
            OperatorId = claim.OperatorId, KeyHash = claim.KeyHash, RequestHash = requestHash, CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.MutationReceipts.Add(receipt);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (UniqueConstraint.IsViolatedBy(exception))
        {
            throw new KeyTakenException();
        }
    });

    /// <summary>Keeps the answer, right after the change: from then on a repetition gets it. Where somebody was erased in between it is not kept: it may hold them.</summary>
    internal Task KeepAsync(MutationClaim claim, ReadOnlyMemory<byte> answer, CancellationToken ct)
    {
        var encrypted = Encrypt(claim, answer.Span);
        var hash = claim.KeyHash;
        return database.WriteAsync(
            AccessScope.Everything,
            (db, token) => db.MutationReceipts
                .Where(r => r.OperatorId == claim.OperatorId && r.KeyHash == hash && r.Answer == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Answer, encrypted), token),
            ct);
    }

    /// <summary>The answer that was kept; null where the key is not the one that it was encrypted with, or the row has been tampered with.</summary>
    internal static byte[]? Read(MutationClaim claim, byte[] kept)
    {
        var answer = new byte[kept.Length - NonceLength - TagLength];
        using var aes = new AesGcm(EncryptionKey(claim), TagLength);
        try
        {
            aes.Decrypt(kept.AsSpan(0, NonceLength), kept.AsSpan(NonceLength + TagLength), kept.AsSpan(NonceLength, TagLength), answer);
            return answer;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Encrypt(MutationClaim claim, ReadOnlySpan<byte> answer)
    {
        var kept = new byte[NonceLength + TagLength + answer.Length];
        RandomNumberGenerator.Fill(kept.AsSpan(0, NonceLength));
        using var aes = new AesGcm(EncryptionKey(claim), TagLength);
        aes.Encrypt(kept.AsSpan(0, NonceLength), answer, kept.AsSpan(NonceLength + TagLength), kept.AsSpan(NonceLength, TagLength));
        return kept;
    }

    /// <summary>Answers hold secrets (an API key) and personal data: whoever has the database alone does not have them.</summary>
    private static byte[] EncryptionKey(MutationClaim claim) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(claim.Key), 32, BitConverter.GetBytes(claim.OperatorId), "Headless.MutationReceipt"u8.ToArray());

    private sealed class Running(MutationReceipts receipts, MutationClaim claim) : IDisposable
    {
        public void Dispose() => receipts._running.TryRemove(claim, out _);
    }
}

/// <summary>An idempotency key and whose it is.</summary>
internal sealed record MutationClaim(long OperatorId, string Key)
{
    public byte[] KeyHash { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Key));

    public bool Equals(MutationClaim? other) => other is not null && OperatorId == other.OperatorId && Key == other.Key;

    public override int GetHashCode() => HashCode.Combine(OperatorId, Key);
}

/// <summary>Another process has carried out the same request in between: this one changes nothing.</summary>
internal sealed class KeyTakenException() : Exception("A request with this idempotency key has been carried out elsewhere.");
