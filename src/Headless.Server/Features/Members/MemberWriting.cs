using Headless.Server.Writing;

namespace Headless.Server.Features.Members;

/// <summary>What writing about members has in common.</summary>
internal static class MemberWriting
{
    /// <summary>Nobody may have the account yet.</summary>
    /// <exception cref="AlreadyExistsException">Somebody has it.</exception>
    public static Task RequireFreeAsync(this WriteSession session, IdentityInput identity, string path) => session.RequireNoneAsync<Identity>(
        i => i.Platform == identity.Platform && i.ExternalId == identity.ExternalId,
        $"A member has the account '{identity.ExternalId}' on that platform already.",
        path);
}
