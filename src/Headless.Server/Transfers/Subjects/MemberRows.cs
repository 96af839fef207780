using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Members;
using Headless.Server.Writing;

namespace Headless.Server.Transfers.Subjects;

/// <summary>Members, by an account of theirs: who has it is changed, or left as they are; nobody: createMember.</summary>
internal sealed class MemberRows(IValidator<CreateMemberInput> creation, IValidator<UpdateMemberInput> change) : IImportSubject
{
    private static readonly string[] s_told = ["displayName", "gender", "birthYear", "region", "city", "phone", "email", "preferredContactChannel", "note"];

    public ImportSubject Subject => ImportSubject.Members;

    public string Policy => Policies.Write;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        RowReferences.AccountColumns[0],
        new("account", true, "The account's id on the platform: whoever has it is the member."),
        new("displayName", false, "The name that staff see; needed for somebody who is not known yet."),
        new("accountName", false, "What the account calls itself on the platform."),
        new("isVerified", false, "Whether somebody has checked whose account it is: true or false."),
        new("gender", false, "MALE, FEMALE or OTHER, where they told it."),
        new("birthYear", false, "The year of birth."),
        new("region", false, "The province or state."),
        new("city", false, "The city."),
        new("phone", false, "The telephone number."),
        new("email", false, "The e-mail address."),
        new("preferredContactChannel", false, "How they want to be reached: PRIVATE_CHAT, PHONE and so on."),
        new("note", false, "What staff should know."),
    ];

    public string? KeyOf(ImportRow row, ImportJob job) => RowReferences.AccountOf(row, job) is { } account ? $"{account.Platform} {account.ExternalId}" : null;

    public async Task EnterAsync(WriteSession session, ImportBatch batch)
    {
        var accounts = new Dictionary<int, (Platform Platform, string ExternalId)>();
        batch.ForEachOpen((row, index) =>
        {
            accounts[index] = (RowReferences.PlatformOf(row, batch.Job), row.Required("account"));
        });
        var known = await RowReferences.FindAccountsAsync(session.Db, accounts.Values, session.CancellationToken);
        long[] ids = [.. known.Values.Distinct()];
        var members = await session.Db.Members.Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id, session.CancellationToken);
        await batch.ForEachOpenAsync(async (row, index) =>
        {
            var account = accounts[index];
            if (!known.TryGetValue(account, out var id))
            {
                await CreateAsync(session, row, account);
                return RowOutcome.Created;
            }

            if (!members.TryGetValue(id, out var member))
            {
                throw new RowException("ALREADY_EXISTS", $"Somebody whom you may not see has the account '{account.ExternalId}'.", "account");
            }

            return batch.Job.UpdatesKnown && Change(session, row, member) ? RowOutcome.Updated : RowOutcome.Unchanged;
        });
    }

    private Task<Member> CreateAsync(WriteSession session, ImportRow row, (Platform Platform, string ExternalId) account)
    {
        var input = new CreateMemberInput(
            row.Required("displayName"), [new IdentityInput(account.Platform, account.ExternalId, row.Text("accountName"), row.Truth("isVerified"))],
            row.Choice<Gender>("gender"), row.Whole("birthYear"), row.Text("region"), row.Text("city"), row.Text("phone"), row.Text("email"),
            row.Choice<ContactChannel>("preferredContactChannel"), row.Text("note"));
        RowChecks.Require(creation, input);
        return session.EnterAsync(input);
    }

    /// <summary>What the row says takes the place of what is there; what it does not say stays.</summary>
    private bool Change(WriteSession session, ImportRow row, Member member)
    {
        if (!s_told.Any(column => row.Text(column) is not null))
        {
            return false;
        }

        var input = new UpdateMemberInput(
            member.Id, null, Given(row.Text("displayName")), Given(row.Choice<Gender>("gender")), Given(row.Whole("birthYear")), Given(row.Text("region")), Given(row.Text("city")),
            Given(row.Text("phone")), Given(row.Text("email")), Given(row.Choice<ContactChannel>("preferredContactChannel")), Given(row.Text("note")));
        RowChecks.Require(change, input);
        if (input.DisplayName.Or(member.DisplayName) == member.DisplayName && input.Gender.Or(member.Gender) == member.Gender && input.BirthYear.Or(member.BirthYear) == member.BirthYear
            && input.Region.Or(member.Region) == member.Region && input.City.Or(member.City) == member.City && input.Phone.Or(member.Phone) == member.Phone
            && input.Email.Or(member.Email) == member.Email && input.PreferredContactChannel.Or(member.PreferredContactChannel) == member.PreferredContactChannel
            && input.Note.Or(member.Note) == member.Note)
        {
            return false;
        }

        session.Change(member, input);
        return true;
    }

    private static Optional<T> Given<T>(T value) => value is null ? default : new Optional<T>(value);
}
