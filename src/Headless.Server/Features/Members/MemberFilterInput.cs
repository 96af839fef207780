using Headless.Server.Features.Attributes;
using Headless.Server.Features.Bans;
using Headless.Server.Features.Contacts;
using Headless.Server.Features.Memberships;
using Headless.Server.Features.MemberTiers;
using Headless.Server.Features.Surveys;
using Headless.Server.Features.Tags;

namespace Headless.Server.Features.Members;

/// <summary><c>input MemberFilterInput</c>: no personal data, which could be guessed by filtering.</summary>
public sealed class MemberFilterInput : FilterInputType<Member>
{
    protected override void Configure(IFilterInputTypeDescriptor<Member> descriptor)
    {
        descriptor.Description("Conditions on members; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(m => m.DisplayName).Description("The name that staff see.");
        descriptor.Field(m => m.Gender).Description("The gender, where they told it.");
        descriptor.Field(m => m.Region).Description("The province or state.");
        descriptor.Field(m => m.City).Description("The city.");
        descriptor.Field(m => m.PreferredContactChannel).Description("How they want to be reached.");
        descriptor.Field(m => m.Tier).Type<MemberTierFilterInput>().Description("The customer level.");
        descriptor.Field(m => m.Class).Description("What kind of customer they are.");
        descriptor.Field(m => m.Engagement).Description("How much they take part.");
        descriptor.Field(m => m.FirstSeenAt).Description("The time of their first activity.");
        descriptor.Field(m => m.LastActiveAt).Description("The time of their last activity.");
        descriptor.Field(m => m.CreatedAt).Description("When they were entered here.");
        descriptor.Field(m => m.UpdatedAt).Description("When they were last changed here.");
        descriptor.Field(m => m.Identities).Type<ListFilterInputType<IdentityFilterInput>>().Description("Their accounts on platforms.");
        descriptor.Field(m => m.Bans).Type<ListFilterInputType<BanFilterInput>>().Description("What keeps or kept them out.");
        descriptor.Field(m => m.Tags).Type<ListFilterInputType<TagFilterInput>>().Description("Their tags.");
        descriptor.Field(m => m.SurveyAnswers).Type<ListFilterInputType<SurveyAnswerFilterInput>>().Description("What they answered in surveys.");
        descriptor.Field(m => m.Attributes).Type<ListFilterInputType<MemberAttributeFilterInput>>()
            .Description("What is known of them under attributes whose values the caller may read.");
        descriptor.Field(m => m.ContactPreferences).Type<ListFilterInputType<ContactPreferenceFilterInput>>().Description("What they have said about being contacted.");
        descriptor.Field(m => m.ErasedAt).Description("When the person was removed from the record.");
        descriptor.Field(m => m.Memberships).Type<ListFilterInputType<MembershipFilterInput>>().Description("Their stays in groups, ended or not.");
    }
}

/// <summary><c>input MemberSortInput</c>.</summary>
public sealed class MemberSortInput : SortInputType<Member>
{
    protected override void Configure(ISortInputTypeDescriptor<Member> descriptor)
    {
        descriptor.Description("The order of members. Members that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.DisplayName).Description("By the name that staff see.");
        descriptor.Field(m => m.Region).Description("By province or state.");
        descriptor.Field(m => m.City).Description("By city.");
        descriptor.Field(m => m.Tier).Type<MemberTierSortInput>().Description("By customer level: { rank: DESC } has the highest first.");
        descriptor.Field(m => m.FirstSeenAt).Description("By the time of their first activity.");
        descriptor.Field(m => m.LastActiveAt).Description("By the time of their last activity.");
        descriptor.Field(m => m.CreatedAt).Description("By time of entry.");
        descriptor.Field(m => m.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input IdentityFilterInput</c>.</summary>
public sealed class IdentityFilterInput : FilterInputType<Identity>
{
    protected override void Configure(IFilterInputTypeDescriptor<Identity> descriptor)
    {
        descriptor.Description("Conditions on accounts; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(i => i.Platform).Description("The chat platform.");
        descriptor.Field(i => i.ExternalId).Description("The account's id on the platform.");
        descriptor.Field(i => i.DisplayName).Description("What the account calls itself.");
        descriptor.Field(i => i.IsVerified).Description("Whether somebody has checked whose it is.");
        descriptor.Field(i => i.PrimarySince).Description("Since when it is the account to reach the member by; neq: null finds primary ones.");
    }
}

/// <summary><c>input IdentitySortInput</c>.</summary>
public sealed class IdentitySortInput : SortInputType<Identity>
{
    protected override void Configure(ISortInputTypeDescriptor<Identity> descriptor)
    {
        descriptor.Description("The order of accounts. Accounts that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Platform).Description("By platform.");
        descriptor.Field(i => i.ExternalId).Description("By the account's id on the platform.");
        descriptor.Field(i => i.DisplayName).Description("By what the account calls itself.");
    }
}
