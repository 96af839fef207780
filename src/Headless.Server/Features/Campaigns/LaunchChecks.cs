using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("A checklist to begin for a campaign.")]
public sealed record AddLaunchChecksInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign, which has not started.")] long CampaignId,
    [property: GraphQLDescription("Questions of its own beside the four that every launch has, at most 30 of at most 300 characters.")] IReadOnlyList<string>? Questions);

[GraphQLDescription("An answer to a question before a launch.")]
public sealed record AnswerLaunchCheckInput(
    [property: ID<LaunchCheck>] [property: GraphQLDescription("The question.")] long Id,
    [property: GraphQLDescription("The answer; NO keeps the campaign from starting.")] LaunchAnswer Answer,
    [property: GraphQLDescription("What was seen, at most 1 000 characters.")] string? Note,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="AddLaunchChecksInput"/>.</summary>
public sealed class AddLaunchChecksValidator : AbstractValidator<AddLaunchChecksInput>
{
    public AddLaunchChecksValidator()
    {
        RuleFor(i => i.Questions).Must(q => q is null || q.Count <= LaunchCheck.MaxCustom).WithErrorCode("TOO_MANY_QUESTIONS").WithMessage($"Give at most {LaunchCheck.MaxCustom} questions.");
        RuleForEach(i => i.Questions).NotEmpty().MaximumLength(LaunchCheck.TextMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="AnswerLaunchCheckInput"/>.</summary>
public sealed class AnswerLaunchCheckValidator : AbstractValidator<AnswerLaunchCheckInput>
{
    public AnswerLaunchCheckValidator() => RuleFor(i => i.Note).MaximumLength(LaunchCheck.NoteMaxLength).PlainText();
}

/// <summary>Asks what has to be answered before a launch, and answers it.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class LaunchCheckMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Begins the checklist of a campaign, or adds to it: mobile page, visible price, way back after logging in, dry run, and questions of its own. From then on it starts, also by itself, only once all are answered YES or NOT_APPLICABLE.")]
    public static Task<Campaign> AddLaunchChecksAsync(AddLaunchChecksInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                if (campaign.Status is not (CampaignStatus.Draft or CampaignStatus.Scheduled or CampaignStatus.Preheating))
                {
                    throw new DomainException(DomainErrorCodes.CampaignUnderWay, "The campaign has started: its launch cannot be checked any more.");
                }

                var present = await session.Db.LaunchChecks.Where(c => c.CampaignId == campaign.Id).Select(c => c.Kind).ToListAsync(session.CancellationToken);
                session.Db.LaunchChecks.AddRange(Enum.GetValues<LaunchCheckKind>()
                    .Where(kind => kind != LaunchCheckKind.Custom && !present.Contains(kind))
                    .Select(kind => new LaunchCheck { CampaignId = campaign.Id, Kind = kind }));
                session.Db.LaunchChecks.AddRange((input.Questions ?? []).Select(text => new LaunchCheck { CampaignId = campaign.Id, Kind = LaunchCheckKind.Custom, Text = text }));
                session.RecordCampaign(ActivityKind.LaunchChecksAdded, campaign, await session.FindGroupIdsAsync(campaign.Id));
                return campaign;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Answers a question of a campaign's checklist; it can be answered again.")]
    public static Task<LaunchCheck> AnswerLaunchCheckAsync(AnswerLaunchCheckInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var check = await session.FindAsync<LaunchCheck>(input.Id, "id", q => q.Include(c => c.Campaign));
                session.Expect(check, input.Version);
                check.Respond(input.Answer, input.Note, session.Caller.OperatorId, session.Now);
                session.RecordCampaign(ActivityKind.LaunchCheckAnswered, check.Campaign, await session.FindGroupIdsAsync(check.CampaignId), input.Note);
                return check;
            },
            cancellationToken);
}

/// <summary>Whether a campaign may start.</summary>
internal static class LaunchReadiness
{
    /// <summary>A campaign's questions that keep it from starting.</summary>
    public static IQueryable<LaunchCheck> OpenLaunchChecks(this CommunityDbContext db) =>
        db.LaunchChecks.Where(c => c.Answer == null || c.Answer == LaunchAnswer.No);

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.LaunchNotChecked"/>.</exception>
    public static async Task RequireLaunchableAsync(this WriteSession session, Campaign campaign)
    {
        if (await session.Db.OpenLaunchChecks().AnyAsync(c => c.CampaignId == campaign.Id, session.CancellationToken))
        {
            throw new DomainException(DomainErrorCodes.LaunchNotChecked, "The checklist has questions that nobody has answered, or whose answer is NO: look at launchChecks and use answerLaunchCheck.");
        }
    }
}

/// <summary><c>enum LaunchCheckKind</c>.</summary>
public sealed class LaunchCheckKindEnumType : EnumType<LaunchCheckKind>
{
    protected override void Configure(IEnumTypeDescriptor<LaunchCheckKind> descriptor)
    {
        descriptor.Description("What is looked at before a campaign is launched.");
        descriptor.Value(LaunchCheckKind.MobileReady).Description("The page can be read on a telephone.");
        descriptor.Value(LaunchCheckKind.PriceVisible).Description("The price is there before anybody logs in.");
        descriptor.Value(LaunchCheckKind.LoginReturn).Description("Logging in leads back to the page.");
        descriptor.Value(LaunchCheckKind.DryRun).Description("Somebody has gone the whole way once.");
        descriptor.Value(LaunchCheckKind.Custom).Description("A question of the campaign's own: text.");
    }
}

/// <summary><c>enum LaunchAnswer</c>.</summary>
public sealed class LaunchAnswerEnumType : EnumType<LaunchAnswer>
{
    protected override void Configure(IEnumTypeDescriptor<LaunchAnswer> descriptor)
    {
        descriptor.Description("The answer to a question before a launch.");
        descriptor.Value(LaunchAnswer.Yes).Description("It is so.");
        descriptor.Value(LaunchAnswer.No).Description("It is not: the campaign does not start.");
        descriptor.Value(LaunchAnswer.NotApplicable).Description("It does not matter here.");
    }
}

/// <summary><c>type LaunchCheck</c>.</summary>
public sealed class LaunchCheckObjectType : ObjectType<LaunchCheck>
{
    protected override void Configure(IObjectTypeDescriptor<LaunchCheck> descriptor)
    {
        descriptor.Description("A question that has to be answered before a campaign starts.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<LaunchCheckNode>(n => LaunchCheckNode.GetCheckAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id, stable for the life of the question: use it as cache key.");
        descriptor.Field(c => c.Kind).Description("What is looked at.");
        descriptor.Field(c => c.Text).Description("The question of a CUSTOM one.");
        descriptor.Field(c => c.Answer).Description("The answer; null: nobody has answered.");
        descriptor.Field(c => c.Note).Description("What was seen.");
        descriptor.Field(c => c.AnsweredAt).Description("When it was answered.");
        descriptor.Field(c => c.Version).Description("Goes up with every change. Send it back with an answer to be told when somebody else was faster.");
    }
}

/// <summary>What a question leads to.</summary>
[ExtendObjectType<LaunchCheck>]
public sealed class LaunchCheckNode
{
    [GraphQLIgnore]
    public static Task<LaunchCheck?> GetCheckAsync(long id, ByIdDataLoader<LaunchCheck> checks, CancellationToken cancellationToken) => checks.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who answered.")]
    public static Task<Operator?> GetAnsweredByAsync(
        [Parent(nameof(LaunchCheck.AnsweredById))] LaunchCheck check, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(check.AnsweredById, cancellationToken);
}
