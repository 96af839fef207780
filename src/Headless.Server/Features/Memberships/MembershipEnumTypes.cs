namespace Headless.Server.Features.Memberships;

/// <summary><c>enum MembershipRole</c>.</summary>
public sealed class MembershipRoleEnumType : EnumType<MembershipRole>
{
    protected override void Configure(IEnumTypeDescriptor<MembershipRole> descriptor)
    {
        descriptor.Description("What a member is to a group.");
        descriptor.Value(MembershipRole.Member).Description("One of many.");
        descriptor.Value(MembershipRole.Seed).Description("种子用户: a self-motivated fan who carries others.");
        descriptor.Value(MembershipRole.Kol).Description("KOL: has influence and shares knowledge.");
    }
}

/// <summary><c>enum AccountKind</c>.</summary>
public sealed class AccountKindEnumType : EnumType<AccountKind>
{
    protected override void Configure(IEnumTypeDescriptor<AccountKind> descriptor)
    {
        descriptor.Description("Who is behind an account in a group. All but CUSTOMER are left out of every member metric.");
        descriptor.Value(AccountKind.Customer).Description("The person themselves.");
        descriptor.Value(AccountKind.Staff).Description("An operator under their own name.");
        descriptor.Value(AccountKind.Service).Description("客服小号: a customer-service account.");
        descriptor.Value(AccountKind.Vest).Description("马甲: a second account of staff.");
        descriptor.Value(AccountKind.Atmosphere).Description("气氛组: an account that sets the mood.");
        descriptor.Value(AccountKind.Bot).Description("A machine.");
    }
}

/// <summary><c>enum JoinSource</c>.</summary>
public sealed class JoinSourceEnumType : EnumType<JoinSource>
{
    protected override void Configure(IEnumTypeDescriptor<JoinSource> descriptor)
    {
        descriptor.Description("How somebody came in, technically.");
        descriptor.Value(JoinSource.QrCode).Description("Scanned a code.");
        descriptor.Value(JoinSource.Link).Description("Followed a link.");
        descriptor.Value(JoinSource.Invitation).Description("A member brought them.");
        descriptor.Value(JoinSource.Staff).Description("Staff added them.");
        descriptor.Value(JoinSource.Search).Description("Found the group on the platform.");
        descriptor.Value(JoinSource.Request).Description("Asked and was let in.");
        descriptor.Value(JoinSource.Import).Description("Came in with a list.");
    }
}

/// <summary><c>enum JoinReason</c>.</summary>
public sealed class JoinReasonEnumType : EnumType<JoinReason>
{
    protected override void Configure(IEnumTypeDescriptor<JoinReason> descriptor)
    {
        descriptor.Description("Why somebody came in.");
        descriptor.Value(JoinReason.ContentPoster).Description("A poster for content, such as an expert's talk tonight.");
        descriptor.Value(JoinReason.FeedAd).Description("An advertisement in an information feed.");
        descriptor.Value(JoinReason.Kol).Description("The pull of a KOL or a persona.");
        descriptor.Value(JoinReason.Referral).Description("A friend's invitation.");
        descriptor.Value(JoinReason.Search).Description("Looked for it: a rigid need.");
        descriptor.Value(JoinReason.Other).Description("Something else; joinNote says what.");
    }
}

/// <summary><c>enum LeaveKind</c>.</summary>
public sealed class LeaveKindEnumType : EnumType<LeaveKind>
{
    protected override void Configure(IEnumTypeDescriptor<LeaveKind> descriptor)
    {
        descriptor.Description("Who ended a stay.");
        descriptor.Value(LeaveKind.Self).Description("The member left.");
        descriptor.Value(LeaveKind.Removed).Description("Somebody removed the member.");
        descriptor.Value(LeaveKind.Unknown).Description("Nobody knows.");
    }
}

/// <summary><c>enum LeaveReasonSource</c>.</summary>
public sealed class LeaveReasonSourceEnumType : EnumType<LeaveReasonSource>
{
    protected override void Configure(IEnumTypeDescriptor<LeaveReasonSource> descriptor)
    {
        descriptor.Description("Where the reason of a leave comes from.");
        descriptor.Value(LeaveReasonSource.Declared).Description("The member, or whoever removed them, said so.");
        descriptor.Value(LeaveReasonSource.Inferred).Description("Somebody concluded it.");
        descriptor.Value(LeaveReasonSource.None).Description("No reason is known.");
    }
}

/// <summary><c>enum NicknameCompliance</c>.</summary>
public sealed class NicknameComplianceEnumType : EnumType<NicknameCompliance>
{
    protected override void Configure(IEnumTypeDescriptor<NicknameCompliance> descriptor)
    {
        descriptor.Description("Whether a nickname keeps its group's rule.");
        descriptor.Value(NicknameCompliance.Compliant).Description("It matches the rule's pattern.");
        descriptor.Value(NicknameCompliance.NotCompliant).Description("It does not.");
    }
}
