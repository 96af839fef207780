using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Digests;

[GraphQLDescription("When and how digests of a group are made.")]
public sealed record SetDigestScheduleInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: GraphQLDescription("DAILY: the best of the day before; MORNING: content of the library. A group has one schedule of each.")] DigestKind Kind,
    [property: GraphQLDescription("Whether it makes drafts; it does unless given.")] bool? IsActive,
    [property: GraphQLDescription("The title of each, at most 100 characters.")] string Title,
    [property: GraphQLDescription("What stands before the items, at most 1 000 characters.")] string? Intro,
    [property: GraphQLDescription("When a draft is made, such as 07:00, in the group's time zone.")] string DraftAt,
    [property: GraphQLDescription("When it is delivered, later the same day, such as 08:30.")] string DeliverAt,
    [property: GraphQLDescription("Whether it is delivered without anybody having approved it; it is not unless given.")] bool? IsAutomatic,
    [property: GraphQLDescription("PRIVATE_CHAT: to each member by themselves; GROUP: into the group. PRIVATE_CHAT unless given.")] TouchChannel? Channel,
    [property: GraphQLDescription("The most items that are proposed, 1 to 30; 8 unless given.")] int? ItemCount,
    [property: GraphQLDescription("MORNING: only content of these categories; of any unless given.")] IReadOnlyList<ContentCategory>? Categories,
    [property: GraphQLDescription("MORNING: content that these find comes first; at most 20 of at most 50 characters.")] IReadOnlyList<string>? Keywords,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="SetDigestScheduleInput"/>.</summary>
public sealed class SetDigestScheduleValidator : AbstractValidator<SetDigestScheduleInput>
{
    public SetDigestScheduleValidator()
    {
        RuleFor(i => i.Title).NotEmpty().MaximumLength(Digest.TitleMaxLength).PlainText();
        RuleFor(i => i.Intro).MaximumLength(Digest.IntroMaxLength).PlainText();
        RuleFor(i => i.DraftAt).NotEmpty().LocalTime();
        RuleFor(i => i.DeliverAt).NotEmpty().LocalTime();
        RuleFor(i => i.Channel).DigestChannel();
        RuleFor(i => i.ItemCount).InclusiveBetween(1, Digest.MaxItems);
        RuleFor(i => i.Categories).DigestCategories();
        RuleFor(i => i.Keywords).DigestKeywords();
    }
}

/// <summary>Says when digests are made.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetDigestScheduleMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Sets the schedule of a group's digests of a kind, instead of the one that it has. Each morning at draftAt a draft is made, once; at deliverAt it is delivered if it is approved by then, or else when it is.")]
    public static Task<DigestSchedule> SetDigestScheduleAsync(SetDigestScheduleInput input, CommunityWriter writer, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var schedule = await session.Db.DigestSchedules.FirstOrDefaultAsync(s => s.GroupId == group.Id && s.Kind == input.Kind, session.CancellationToken);
                if (schedule is null)
                {
                    session.Db.DigestSchedules.Add(schedule = new DigestSchedule { GroupId = group.Id, Kind = input.Kind, Title = input.Title });
                }
                else
                {
                    session.Expect(schedule, input.Version);
                }

                (schedule.Title, schedule.Intro, schedule.IsAutomatic) = (input.Title, input.Intro, input.IsAutomatic ?? false);
                (schedule.Channel, schedule.ItemCount) = (input.Channel ?? TouchChannel.PrivateChat, input.ItemCount ?? DigestSchedule.DefaultItemCount);
                (schedule.Categories, schedule.Keywords) = (input.Categories ?? [], input.Keywords ?? []);
                schedule.Plan(input.IsActive ?? true, LocalTimes.MinuteOf(input.DraftAt)!.Value, LocalTimes.MinuteOf(input.DeliverAt)!.Value, calendar.ZoneOf(group), session.Now);
                session.Record(ActivityKind.DigestScheduleSet, () => new ActivitySubject { GroupId = group.Id, Text = input.Title });
                return schedule;
            },
            cancellationToken);
}

/// <summary><c>type DigestSchedule</c>.</summary>
public sealed class DigestScheduleObjectType : ObjectType<DigestSchedule>
{
    protected override void Configure(IObjectTypeDescriptor<DigestSchedule> descriptor)
    {
        descriptor.Description("Makes a draft of a group's digest every morning, and has it delivered. A morning when the server did not run is made up for, unless another one has come since.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(s => s.Id).ResolveNodeWith<DigestScheduleNode>(n => DigestScheduleNode.GetDigestScheduleAsync(default, default!, default));
        descriptor.Field(s => s.Id).Description("The global id, stable for the life of the schedule: use it as cache key.");
        descriptor.Field(s => s.Kind).Description("What its digests are made from.");
        descriptor.Field(s => s.IsActive).Description("Whether it makes drafts.");
        descriptor.Field(s => s.Title).Description("The title of each.");
        descriptor.Field(s => s.Intro).Description("What stands before the items.");
        descriptor.Field(s => s.Channel).Description("PRIVATE_CHAT or EMAIL: to each member by themselves; GROUP: into the group.");
        descriptor.Field(s => s.ItemCount).Description("The most items that are proposed.");
        descriptor.Field(s => s.IsAutomatic).Description("Whether it is delivered without anybody having approved it.");
        descriptor.Field(s => s.NextDraftAt).Description("When the next draft is made; null: it is not active.");
        descriptor.Field(s => s.LastDate).Description("The day of the last draft; null: it has made none.");
        descriptor.Field(s => s.LastFound).Description("How many items it found then; 0: there was nothing to propose, and no draft was made.");
        descriptor.Field(s => s.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary>What a schedule says and leads to.</summary>
[ExtendObjectType<DigestSchedule>]
public sealed class DigestScheduleNode
{
    [GraphQLIgnore]
    public static Task<DigestSchedule?> GetDigestScheduleAsync(long id, ByIdDataLoader<DigestSchedule> schedules, CancellationToken cancellationToken) => schedules.LoadAsync(id, cancellationToken);

    [GraphQLDescription("When a draft is made, such as 07:00, in the group's time zone.")]
    public static string GetDraftAt([Parent(nameof(DigestSchedule.DraftMinute))] DigestSchedule schedule) => LocalTimes.Text(schedule.DraftMinute);

    [GraphQLDescription("When it is delivered, the same day.")]
    public static string GetDeliverAt([Parent(nameof(DigestSchedule.DeliverMinute))] DigestSchedule schedule) => LocalTimes.Text(schedule.DeliverMinute);

    [ListSize(AssumedSize = 3)]
    [GraphQLDescription("MORNING: only content of these categories; none: of any.")]
    public static IReadOnlyList<ContentCategory> GetCategories([Parent(nameof(DigestSchedule.CategoryList))] DigestSchedule schedule) => schedule.Categories;

    [ListSize(AssumedSize = 20)]
    [GraphQLDescription("MORNING: content that these find comes first.")]
    public static IReadOnlyList<string> GetKeywords([Parent(nameof(DigestSchedule.KeywordList))] DigestSchedule schedule) => schedule.Keywords;

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(DigestSchedule.GroupId))] DigestSchedule schedule, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(schedule.GroupId, cancellationToken);
}
