using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

/// <summary><c>type WelcomeMessage</c>.</summary>
public sealed class WelcomeMessageObjectType : ObjectType<WelcomeMessage>
{
    protected override void Configure(IObjectTypeDescriptor<WelcomeMessage> descriptor)
    {
        descriptor.Description("What a newcomer is told: for everybody, for a reason of joining, for a channel or for both. Several for the same are variants.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(m => m.Id).ResolveNodeWith<WelcomeMessageNode>(n => WelcomeMessageNode.GetWelcomeMessageAsync(default, default!, default));
        descriptor.Field(m => m.Id).Description("The global id: use it as cache key.");
        descriptor.Field(m => m.JoinReason).Description("For those who came for this reason; null: whatever the reason.");
        descriptor.Field(m => m.JoinChannel).Description("For those who came through this channel, as memberships spell it; null: whichever the channel.");
        descriptor.Field(m => m.Text).Description("The message.");
        descriptor.Field(m => m.Position).Description("Its place among the group's messages, from 0.");
        descriptor.Field(m => m.RemovedAt).Description("Since when it is not told any more; null: it is.");
    }
}

/// <summary>A welcome message by its id.</summary>
[ExtendObjectType<WelcomeMessage>]
public sealed class WelcomeMessageNode
{
    [GraphQLIgnore]
    public static Task<WelcomeMessage?> GetWelcomeMessageAsync(long id, ByIdDataLoader<WelcomeMessage> messages, CancellationToken cancellationToken) =>
        messages.LoadAsync(id, cancellationToken);
}

/// <summary>What newcomers of a group are told.</summary>
[ExtendObjectType<Group>]
public sealed class WelcomeMessagesOfGroup
{
    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("What newcomers are told, in order: at most 20. One statement reads those of a whole list of groups.")]
    public static async Task<IReadOnlyList<WelcomeMessage>> GetWelcomeMessagesAsync(
        [Parent(nameof(Group.Id))] Group group, WelcomeMessagesByGroupIdDataLoader messages, CancellationToken cancellationToken) =>
        await messages.LoadAsync(group.Id, cancellationToken) ?? [];

    [Cost(1)]
    [GraphQLDescription("The message for one newcomer: the closest by channel, then by reason. Of variants the same for the same variant number. Null where nothing fits.")]
    public static async Task<WelcomeMessage?> GetWelcomeMessageForAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("Why they came.")] JoinReason? joinReason,
        [GraphQLDescription("Through which channel.")] string? joinChannel,
        [GraphQLDescription("Any number that goes on with each newcomer; chooses among variants.")] [DefaultValue(0)] int variant,
        WelcomeMessagesByGroupIdDataLoader messages,
        CancellationToken cancellationToken) =>
        WelcomeMessage.Choose(await messages.LoadAsync(group.Id, cancellationToken) ?? [], joinReason, joinChannel, variant);
}

/// <summary>The welcome messages of groups in order: one statement for a whole list of groups.</summary>
public sealed class WelcomeMessagesByGroupIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, WelcomeMessage>(batchScheduler, options)
{
    protected override async Task<ILookup<long, WelcomeMessage>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<WelcomeMessage>().ToLookup(m => m.GroupId);
        }

        await using var db = database.Create(caller.Scope);
        var rows = await db.WelcomeMessages.AsNoTracking()
            .Where(m => keys.Contains(m.GroupId) && m.RemovedAt == null)
            .OrderBy(m => m.Position)
            .ToListAsync(cancellationToken);
        return rows.ToLookup(m => m.GroupId);
    }
}

[GraphQLDescription("What the newcomers of a group are told from now on.")]
public sealed record SetWelcomeMessagesInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: Cost(0)] [property: GraphQLDescription("All of the messages, in order: at most 20. They replace those that are there; one that is the same keeps its id.")]
    IReadOnlyList<WelcomeMessageInput> Messages);

[GraphQLDescription("A welcome message.")]
public sealed record WelcomeMessageInput(
    [property: GraphQLDescription("For those who came for this reason; whatever the reason unless given.")] JoinReason? JoinReason,
    [property: GraphQLDescription("For those who came through this channel, as memberships spell it; whichever the channel unless given.")] string? JoinChannel,
    [property: GraphQLDescription("The message, at most 4 000 characters.")] string Text);

/// <summary>The rules of <see cref="SetWelcomeMessagesInput"/>.</summary>
public sealed class SetWelcomeMessagesValidator : AbstractValidator<SetWelcomeMessagesInput>
{
    public SetWelcomeMessagesValidator()
    {
        RuleFor(i => i.Messages).Must(list => list.Count <= WelcomeMessage.MaxCount).WithErrorCode("TOO_MANY_ROWS")
            .WithMessage($"'messages' must have at most {WelcomeMessage.MaxCount} rows.");
        RuleForEach(i => i.Messages).ChildRules(message =>
        {
            message.RuleFor(m => m.Text).NotEmpty().MaximumLength(WelcomeMessage.TextMaxLength).PlainText();
            message.RuleFor(m => m.JoinChannel).NotEmpty().When(m => m.JoinChannel is not null);
            message.RuleFor(m => m.JoinChannel).MaximumLength(WelcomeMessage.JoinChannelMaxLength).PlainText();
        });
    }
}

/// <summary>Says what newcomers are told.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetWelcomeMessagesMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Says what the newcomers of a group are told from now on. Sent again it changes nothing.")]
    public static Task<Group> SetWelcomeMessagesAsync(SetWelcomeMessagesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId", with: groups => groups.Include(g => g.WelcomeMessages.Where(m => m.RemovedAt == null)));
                var present = group.WelcomeMessages.OrderBy(m => m.Position).ToList();
                var changed = present.Count != input.Messages.Count;
                foreach (var (position, message) in input.Messages.Index())
                {
                    var same = present.Find(m => m.JoinReason == message.JoinReason && m.JoinChannel == message.JoinChannel && m.Text == message.Text);
                    if (same is null)
                    {
                        group.WelcomeMessages.Add(new WelcomeMessage
                        {
                            GroupId = group.Id, JoinReason = message.JoinReason, JoinChannel = message.JoinChannel, Text = message.Text, Position = position,
                        });
                        changed = true;
                        continue;
                    }

                    changed |= same.Position != position;
                    same.Position = position;
                    present.Remove(same);
                }

                foreach (var gone in present)
                {
                    gone.RemovedAt = session.Now;
                }

                if (changed)
                {
                    session.Record(ActivityKind.WelcomeMessagesChanged, () => new ActivitySubject { GroupId = group.Id });
                }

                return group;
            },
            cancellationToken);
}
