namespace Headless.Server.Features.Members;

/// <summary><c>enum Gender</c>.</summary>
public sealed class GenderEnumType : EnumType<Gender>
{
    protected override void Configure(IEnumTypeDescriptor<Gender> descriptor)
    {
        descriptor.Description("A member's gender, where they told it.");
        descriptor.Value(Gender.Female).Description("Female.");
        descriptor.Value(Gender.Male).Description("Male.");
        descriptor.Value(Gender.Other).Description("Neither of the two.");
    }
}

/// <summary><c>enum ContactChannel</c>.</summary>
public sealed class ContactChannelEnumType : EnumType<ContactChannel>
{
    protected override void Configure(IEnumTypeDescriptor<ContactChannel> descriptor)
    {
        descriptor.Description("How a member wants to be reached.");
        descriptor.Value(ContactChannel.Chat).Description("By a message on the chat platform.");
        descriptor.Value(ContactChannel.Phone).Description("By a call.");
        descriptor.Value(ContactChannel.Sms).Description("By a short message.");
        descriptor.Value(ContactChannel.Email).Description("By e-mail.");
        descriptor.Value(ContactChannel.None).Description("Not at all.");
    }
}
