using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.JoinChannels;

[GraphQLDescription("A channel to enter.")]
public sealed record CreateJoinChannelInput(
    [property: GraphQLDescription("The brand's own name for it, at most 100 characters; unique.")] string Name,
    [property: GraphQLDescription("What sort of place it is; OTHER unless given.")] JoinChannelKind? Kind,
    [property: GraphQLDescription("Anything else about it, at most 1 000 characters.")] string? Note);

[GraphQLDescription("A change of a channel. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateJoinChannelInput(
    [property: ID<JoinChannel>] [property: GraphQLDescription("The channel.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The brand's own name for it.")] Optional<string?> Name,
    [property: GraphQLDescription("What sort of place it is.")] Optional<JoinChannelKind?> Kind,
    [property: GraphQLDescription("Anything else about it.")] Optional<string?> Note,
    [property: GraphQLDescription("Whether it is in use.")] Optional<bool?> IsActive);

/// <summary>The rules of <see cref="CreateJoinChannelInput"/>.</summary>
public sealed class CreateJoinChannelValidator : AbstractValidator<CreateJoinChannelInput>
{
    public CreateJoinChannelValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(JoinChannel.NameMaxLength).PlainText();
        RuleFor(i => i.Note).MaximumLength(JoinChannel.NoteMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="UpdateJoinChannelInput"/>.</summary>
public sealed class UpdateJoinChannelValidator : AbstractValidator<UpdateJoinChannelInput>
{
    public UpdateJoinChannelValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(JoinChannel.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Kind.Value).NotNull().When(i => i.Kind.HasValue).OverridePropertyName("kind");
        RuleFor(i => i.Note.Value).MaximumLength(JoinChannel.NoteMaxLength).PlainText().OverridePropertyName("note");
        RuleFor(i => i.IsActive.Value).NotNull().When(i => i.IsActive.HasValue).OverridePropertyName("isActive");
    }
}

/// <summary>Enters and changes channels.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeJoinChannelMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters a channel. Joins that were reported with its name before belong to it, too.")]
    public static Task<JoinChannel> CreateJoinChannelAsync(CreateJoinChannelInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await RequireFreeNameAsync(session, input.Name);
                var channel = new JoinChannel { Name = input.Name, Kind = input.Kind ?? JoinChannelKind.Other, Note = input.Note };
                session.Db.JoinChannels.Add(channel);
                await session.Db.SaveChangesAsync(session.CancellationToken);
                await session.Db.Memberships.Where(m => m.JoinChannel == input.Name && m.JoinChannelId == null)
                    .ExecuteUpdateAsync(m => m.SetProperty(row => row.JoinChannelId, channel.Id), session.CancellationToken);
                return channel;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a channel. Joins are found by the name that it has when they are reported.")]
    public static Task<JoinChannel> UpdateJoinChannelAsync(UpdateJoinChannelInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var channel = await session.FindAsync<JoinChannel>(input.Id, "id");
                session.Expect(channel, input.Version);
                var name = input.Name.Or(channel.Name)!;
                if (name != channel.Name)
                {
                    await RequireFreeNameAsync(session, name);
                }

                channel.Name = name;
                channel.Kind = input.Kind.Or(channel.Kind)!.Value;
                channel.Note = input.Note.Or(channel.Note);
                channel.IsActive = input.IsActive.Or(channel.IsActive)!.Value;
                return channel;
            },
            cancellationToken);

    private static Task RequireFreeNameAsync(WriteSession session, string name) =>
        session.RequireNoneAsync<JoinChannel>(c => c.Name == name, $"There is a channel '{name}' already.", "name");
}
