using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

/// <summary>A token leads to one operator.</summary>
internal static class SubjectRule
{
    /// <exception cref="AlreadyExistsException">Another operator has the subject.</exception>
    public static async Task RequireFreeSubjectAsync(this WriteSession session, string? subject, long? ownerId)
    {
        if (subject is not null)
        {
            await session.RequireNoneAsync<Operator>(
                o => o.Subject == subject && o.Id != ownerId, "Another operator signs in with that subject: change theirs first.", "subject");
        }
    }
}
