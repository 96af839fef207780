using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Digests;

[GraphQLDescription("A digest to make.")]
public sealed record CreateDigestInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: GraphQLDescription("DAILY: the best of the day; MORNING: content of the library.")] DigestKind Kind,
    [property: GraphQLDescription("The day, in the group's time zone; today unless given. Not ahead. There is one of a kind for each day, unless it was discarded.")] DateOnly? Date,
    [property: GraphQLDescription("The title, at most 100 characters; the kind unless given.")] string? Title,
    [property: GraphQLDescription("What stands before the items, at most 1 000 characters.")] string? Intro,
    [property: GraphQLDescription("PRIVATE_CHAT: to each member by themselves; GROUP: into the group. PRIVATE_CHAT unless given.")] TouchChannel? Channel,
    [property: GraphQLDescription("The most items that are proposed, 0 to 30; 8 unless given. 0: an empty draft.")] int? ItemCount,
    [property: GraphQLDescription("MORNING: only content of these categories.")] IReadOnlyList<ContentCategory>? Categories,
    [property: GraphQLDescription("MORNING: content that these find comes first; at most 20 of at most 50 characters.")] IReadOnlyList<string>? Keywords);

[GraphQLDescription("An edited digest. A field that is not given stays as it is.")]
public sealed record UpdateDigestInput(
    [property: ID<Digest>] [property: GraphQLDescription("The digest, which is a DRAFT.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The title.")] Optional<string?> Title,
    [property: GraphQLDescription("What stands before the items; null: nothing.")] Optional<string?> Intro,
    [property: GraphQLDescription("When it is to be delivered; null: as soon as it is approved.")] Optional<DateTimeOffset?> DeliverAt,
    [property: Cost(0)] [property: GraphQLDescription("All its items from now on, in their order, at most 30: what is left out goes, what is new comes, the same item keeps its score.")] Optional<IReadOnlyList<DigestItemInput>?> Items);

[GraphQLDescription("An item of a digest: a message, a content item, or words of your own.")]
public sealed record DigestItemInput(
    [property: ID<Activity>] [property: GraphQLDescription("A message of the group. Its text is read from the log, never copied.")] long? ActivityId,
    [property: ID<ContentItem>] [property: GraphQLDescription("A content item that is PUBLISHED.")] long? ContentItemId,
    [property: GraphQLDescription("A heading, at most 200 characters; for a content item its title unless given.")] string? Title,
    [property: GraphQLDescription("What you say about it, at most 1 000 characters; for a content item the beginning of its text unless given. Of a member's erasure it is emptied with the message.")] string? Note);

/// <summary>The rules of <see cref="CreateDigestInput"/>.</summary>
public sealed class CreateDigestValidator : AbstractValidator<CreateDigestInput>
{
    public CreateDigestValidator()
    {
        RuleFor(i => i.Title).MaximumLength(Digest.TitleMaxLength).PlainText();
        RuleFor(i => i.Intro).MaximumLength(Digest.IntroMaxLength).PlainText();
        RuleFor(i => i.Channel).DigestChannel();
        RuleFor(i => i.ItemCount).InclusiveBetween(0, Digest.MaxItems);
        RuleFor(i => i.Categories).DigestCategories();
        RuleFor(i => i.Keywords).DigestKeywords();
    }
}

/// <summary>The rules of <see cref="UpdateDigestInput"/>.</summary>
public sealed class UpdateDigestValidator : AbstractValidator<UpdateDigestInput>
{
    public UpdateDigestValidator()
    {
        RuleFor(i => i.Title.Value).NotEmpty().MaximumLength(Digest.TitleMaxLength).PlainText().When(i => i.Title.HasValue).OverridePropertyName("title");
        RuleFor(i => i.Intro.Value).MaximumLength(Digest.IntroMaxLength).PlainText().OverridePropertyName("intro");
        RuleFor(i => i.Items.Value).NotNull().Must(items => items is null || items.Count <= Digest.MaxItems).When(i => i.Items.HasValue)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"A digest has at most {Digest.MaxItems} items.").OverridePropertyName("items");
        RuleFor(i => i.Items.Value).Must(items => Once(items, i => i.ActivityId) && Once(items, i => i.ContentItemId)).OverridePropertyName("items")
            .WithErrorCode("TWICE").WithMessage("The same message or content item stands in it twice.");
        RuleForEach(i => i.Items.Value).ChildRules(item =>
        {
            item.RuleFor(i => i.Title).MaximumLength(DigestItem.TitleMaxLength).PlainText();
            item.RuleFor(i => i.Note).MaximumLength(DigestItem.NoteMaxLength).PlainText();
            item.RuleFor(i => i.ContentItemId).Null().When(i => i.ActivityId is not null).WithErrorCode("ONE_SUBJECT").WithMessage("An item is about a message or a content item, not both.");
            item.RuleFor(i => i.Title).NotEmpty().When(i => i is { ActivityId: null, ContentItemId: null, Note: null or "" }).WithErrorCode("NOTHING_TO_SAY").WithMessage("Give a message, a content item, a title or a note.");
        }).When(i => i.Items.Value is not null).OverridePropertyName("items");
    }

    private static bool Once(IReadOnlyList<DigestItemInput>? items, Func<DigestItemInput, long?> id) =>
        items is null || items.Select(id).OfType<long>().GroupBy(i => i).All(g => g.Count() == 1);
}

/// <summary>What inputs about digests share.</summary>
internal static class DigestRules
{
    public static IRuleBuilderOptions<T, TouchChannel?> DigestChannel<T>(this IRuleBuilder<T, TouchChannel?> rule) => rule
        .Must(channel => channel is null or TouchChannel.PrivateChat or TouchChannel.Group or TouchChannel.Email)
        .WithErrorCode("CHANNEL_DOES_NOT_FIT").WithMessage("A digest goes by PRIVATE_CHAT or EMAIL to each member, or into the GROUP.");

    public static IRuleBuilderOptions<T, IReadOnlyList<ContentCategory>?> DigestCategories<T>(this IRuleBuilder<T, IReadOnlyList<ContentCategory>?> rule) => rule
        .Must(categories => categories is null || categories.Count <= 10).WithErrorCode("TOO_MANY_ROWS").WithMessage("Name each category once.");

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> DigestKeywords<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) => rule
        .Must(words => words is null || (words.Count <= DigestSchedule.MaxKeywords && words.All(w => !string.IsNullOrWhiteSpace(w) && w.Length <= DigestSchedule.KeywordMaxLength && !w.Contains('\n') && StorableText.Is(w))))
        .WithErrorCode("INVALID_KEYWORDS").WithMessage($"Give at most {DigestSchedule.MaxKeywords} keywords of 1 to {DigestSchedule.KeywordMaxLength} characters on one line.");

    /// <summary>The zone that the days of a group are of.</summary>
    public static TimeZoneInfo ZoneOf(this ReportingCalendar calendar, Group group) =>
        group.TimeZone is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : calendar.TimeZone;

    public static string TitleOf(DigestKind kind) => kind == DigestKind.Daily ? "Digest" : "Morning issue";
}

/// <summary>Makes digests and edits them.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class WriteDigestMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Makes a draft of a group's digest with what is proposed for it: digestCandidates says what, and for which points. A schedule makes one each morning by itself.")]
    public static Task<Digest> CreateDigestAsync(CreateDigestInput input, CommunityWriter writer, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var zone = calendar.ZoneOf(group);
                var today = LocalDays.DayOf(session.Now, zone.Id);
                var date = input.Date ?? today;
                if (date > today)
                {
                    throw InvalidInputException.Of("date", "IN_FUTURE", "The day lies ahead: a digest is made of what there is.");
                }

                await session.RequireNoneAsync<Digest>(
                    d => d.GroupId == group.Id && d.Kind == input.Kind && d.Date == date && d.DiscardedAt == null, "There is a digest of that day already: edit it, or discard it first.", "date");
                var window = DigestMaking.WindowOf(date, zone, session.Now);
                var digest = new Digest
                {
                    Kind = input.Kind, GroupId = group.Id, Date = date, From = window.From, Until = window.Until, Title = input.Title ?? DigestRules.TitleOf(input.Kind), Intro = input.Intro,
                    Channel = input.Channel ?? TouchChannel.PrivateChat,
                };
                digest.AddItems(await DigestMaking.ProposeAsync(
                    session.Db, input.Kind, group.Id, window, input.Categories ?? [], input.Keywords ?? [], input.ItemCount ?? DigestSchedule.DefaultItemCount, session.CancellationToken));
                session.Db.Digests.Add(digest);
                session.RecordDigest(ActivityKind.DigestDrafted, digest);
                return digest;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Edits a draft: its title and introduction, its time, and its items, which are all given in their order. A message is one of the group, also of staff.")]
    public static Task<Digest> UpdateDigestAsync(UpdateDigestInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var digest = await session.FindAsync<Digest>(input.Id, "id", q => q.Include(d => d.Items));
                session.Expect(digest, input.Version);
                digest.RequireDraft();
                digest.Title = input.Title.Or(digest.Title)!;
                digest.Intro = input.Intro.Or(digest.Intro);
                digest.DeliverAt = input.DeliverAt.HasValue ? input.DeliverAt.Value?.UtcDateTime : digest.DeliverAt;
                if (input.Items is { HasValue: true, Value: { } items })
                {
                    await SetItemsAsync(session, digest, items);
                }

                session.RecordDigest(ActivityKind.DigestChanged, digest);
                return digest;
            },
            cancellationToken);

    private static async Task SetItemsAsync(WriteSession session, Digest digest, IReadOnlyList<DigestItemInput> inputs)
    {
        var known = digest.Items.ToList();
        var activityIds = inputs.Select(i => i.ActivityId).OfType<long>().Except(known.Select(i => i.ActivityId).OfType<long>()).ToArray();
        var contentIds = inputs.Select(i => i.ContentItemId).OfType<long>().Except(known.Select(i => i.ContentItemId).OfType<long>()).ToArray();
        var messages = await session.Db.Activities.AsNoTracking()
            .Where(a => EF.Parameter(activityIds).Contains(a.Id) && a.Kind == ActivityKind.MessageSent && a.GroupId == digest.GroupId && a.Text != null)
            .Select(a => new { a.Id, a.MemberId }).ToDictionaryAsync(a => a.Id, a => a.MemberId, session.CancellationToken);
        var contents = await session.Db.ContentItems.AsNoTracking().Where(i => EF.Parameter(contentIds).Contains(i.Id)).ToDictionaryAsync(i => i.Id, session.CancellationToken);
        digest.Items.Clear();
        foreach (var (input, index) in inputs.Select((input, index) => (input, index)))
        {
            var item = known.Find(k => (input.ActivityId, input.ContentItemId) is not (null, null) && k.ActivityId == input.ActivityId && k.ContentItemId == input.ContentItemId);
            if (item is null)
            {
                if (input.ActivityId is { } activityId && !messages.ContainsKey(activityId))
                {
                    throw new NotFoundException(nameof(Activity), $"items[{index}].activityId");
                }

                if (input.ContentItemId is { } contentId)
                {
                    (contents.GetValueOrDefault(contentId) ?? throw new NotFoundException(nameof(ContentItem), $"items[{index}].contentItemId")).RequireUsable();
                }

                item = new DigestItem
                {
                    Digest = digest, DigestId = digest.Id, ActivityId = input.ActivityId, MemberId = input.ActivityId is { } of ? messages[of] : null, ContentItemId = input.ContentItemId,
                };
            }

            (item.Position, item.Title, item.Note) = (index + 1, input.Title, input.Note);
            digest.Items.Add(item);
        }

        session.Db.Entry(digest).Property(d => d.Title).IsModified = true;
    }
}

/// <summary>How digests get into the log.</summary>
internal static class DigestActivities
{
    public static void RecordDigest(this WriteSession session, ActivityKind kind, Digest digest) => session.Record(
        kind,
        () => new ActivitySubject { GroupId = digest.GroupId, Text = digest.Title, Data = System.Text.Json.JsonSerializer.Serialize(new { digestId = digest.Id, date = digest.Date }) });
}
