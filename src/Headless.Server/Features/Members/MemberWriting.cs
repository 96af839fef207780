using Headless.Server.Writing;

namespace Headless.Server.Features.Members;

/// <summary>What writing about members has in common.</summary>
internal static class MemberWriting
{
    /// <summary>Enters a member.</summary>
    /// <exception cref="AlreadyExistsException">Somebody has one of the accounts.</exception>
    public static async Task<Member> EnterAsync(this WriteSession session, CreateMemberInput input)
    {
        var identities = input.Identities ?? [];
        for (var i = 0; i < identities.Count; i++)
        {
            await session.RequireFreeAsync(identities[i], $"identities[{i}].externalId");
        }

        var member = new Member
        {
            DisplayName = input.DisplayName,
            Gender = input.Gender,
            BirthYear = input.BirthYear,
            Region = input.Region,
            City = input.City,
            Phone = input.Phone,
            Email = input.Email,
            PreferredContactChannel = input.PreferredContactChannel,
            Note = input.Note,
        };
        member.Identities.AddRange(identities.Select(i => i.ToIdentity(member)));
        session.Db.Members.Add(member);
        await session.Db.AdoptBansAsync(member, [.. identities.Select(i => (i.Platform, i.ExternalId))], session.CancellationToken);
        session.Record(ActivityKind.MemberCreated, () => new ActivitySubject { MemberId = member.Id });
        return member;
    }

    /// <summary>Changes what is said of a member.</summary>
    public static void Change(this WriteSession session, Member member, UpdateMemberInput input)
    {
        member.DisplayName = input.DisplayName.Or(member.DisplayName)!;
        member.Gender = input.Gender.Or(member.Gender);
        member.BirthYear = input.BirthYear.Or(member.BirthYear);
        member.Region = input.Region.Or(member.Region);
        member.City = input.City.Or(member.City);
        member.Phone = input.Phone.Or(member.Phone);
        member.Email = input.Email.Or(member.Email);
        member.PreferredContactChannel = input.PreferredContactChannel.Or(member.PreferredContactChannel);
        member.Note = input.Note.Or(member.Note);
        session.Record(ActivityKind.MemberUpdated, () => new ActivitySubject { MemberId = member.Id });
    }

    /// <summary>Nobody may have the account yet.</summary>
    /// <exception cref="AlreadyExistsException">Somebody has it.</exception>
    public static Task RequireFreeAsync(this WriteSession session, IdentityInput identity, string path) => session.RequireNoneAsync<Identity>(
        i => i.Platform == identity.Platform && i.ExternalId == identity.ExternalId,
        $"A member has the account '{identity.ExternalId}' on that platform already.",
        path);
}
