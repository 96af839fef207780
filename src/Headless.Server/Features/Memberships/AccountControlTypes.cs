using Headless.Server.Features.Groups;
using Headless.Server.Features.Operators;

namespace Headless.Server.Features.Memberships;

/// <summary><c>type AccountControl</c>.</summary>
public sealed class AccountControlObjectType : ObjectType<AccountControl>
{
    protected override void Configure(IObjectTypeDescriptor<AccountControl> descriptor)
    {
        descriptor.Description(
            "Who answered for an account that staff or a machine runs, from one time until another. It stays when the account passes to somebody else or leaves; nothing hides it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id)
            .ResolveNodeWith<AccountControlNode>(n => AccountControlNode.GetAccountControlAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id.");
        descriptor.Field(c => c.AccountKind).Description("Who is behind the account.");
        descriptor.Field(c => c.Duty).Description("What the account is declared to be there for; null: nobody declared it.");
        descriptor.Field(c => c.Since).Description("When it began; the first one answers for the stay from its beginning.");
        descriptor.Field(c => c.Until).Description("When it ended; null while it lasts.");
    }
}

/// <summary><c>input AccountControlFilterInput</c>.</summary>
public sealed class AccountControlFilterInput : FilterInputType<AccountControl>
{
    protected override void Configure(IFilterInputTypeDescriptor<AccountControl> descriptor)
    {
        descriptor.Description("Conditions on controls of accounts; all that are given must hold. until: { eq: null } finds those that last.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(c => c.AccountKind).Description("Who is behind the account.");
        descriptor.Field(c => c.Duty).Description("What the account is declared to be there for; null finds what nobody declared.");
        descriptor.Field(c => c.Since).Description("When it began.");
        descriptor.Field(c => c.Until).Description("When it ended.");
        descriptor.Field(c => c.Operator).Type<OperatorFilterInput>().Description("Who answers for it.");
        descriptor.Field(c => c.Group).Type<GroupFilterInput>().Description("The group.");
    }
}

/// <summary><c>input AccountControlSortInput</c>.</summary>
public sealed class AccountControlSortInput : SortInputType<AccountControl>
{
    protected override void Configure(ISortInputTypeDescriptor<AccountControl> descriptor)
    {
        descriptor.Description("The order of controls of accounts. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Since).Description("By beginning.");
        descriptor.Field(c => c.Until).Description("By end.");
    }
}
