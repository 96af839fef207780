using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

[GraphQLDescription("A series of groups to enter.")]
public sealed record CreateGroupSeriesInput(
    [property: GraphQLDescription("What it is called here; unique.")] string Name,
    [property: GraphQLDescription("How its groups are named, for example {city}{topic}群{seq}. Fields: {city}, {topic} and {seq}, which it needs.")] string NameTemplate,
    [property: GraphQLDescription("The city in its groups' names, unless a group has one of its own.")] string? City,
    [property: GraphQLDescription("The topic in its groups' names, unless a group has one of its own.")] string? Topic,
    [property: GraphQLDescription("The picture that its groups should have: http or https.")] string? AvatarUrl,
    [property: GraphQLDescription("The line that its groups should have under their name.")] string? Tagline);

/// <summary>The rules of <see cref="CreateGroupSeriesInput"/>.</summary>
public sealed class CreateGroupSeriesValidator : AbstractValidator<CreateGroupSeriesInput>
{
    public CreateGroupSeriesValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(GroupSeries.NameMaxLength).PlainText();
        RuleFor(i => i.NameTemplate).NameTemplate();
        RuleFor(i => i.City).MaximumLength(GroupSeries.PlaceMaxLength).PlainText();
        RuleFor(i => i.Topic).MaximumLength(GroupSeries.PlaceMaxLength).PlainText();
        RuleFor(i => i.AvatarUrl).MaximumLength(GroupBranding.AvatarUrlMaxLength).WebAddress();
        RuleFor(i => i.Tagline).MaximumLength(GroupBranding.TaglineMaxLength).PlainText();
    }
}

[GraphQLDescription("A change of a series. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateGroupSeriesInput(
    [property: ID<GroupSeries>] [property: GraphQLDescription("The series.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What it is called here; unique.")] Optional<string?> Name,
    [property: GraphQLDescription("How its groups are named.")] Optional<string?> NameTemplate,
    [property: GraphQLDescription("The city in its groups' names.")] Optional<string?> City,
    [property: GraphQLDescription("The topic in its groups' names.")] Optional<string?> Topic,
    [property: GraphQLDescription("The picture that its groups should have.")] Optional<string?> AvatarUrl,
    [property: GraphQLDescription("The line that its groups should have under their name.")] Optional<string?> Tagline);

/// <summary>The rules of <see cref="UpdateGroupSeriesInput"/>.</summary>
public sealed class UpdateGroupSeriesValidator : AbstractValidator<UpdateGroupSeriesInput>
{
    public UpdateGroupSeriesValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(GroupSeries.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.NameTemplate.Value!).NameTemplate().When(i => i.NameTemplate.HasValue).OverridePropertyName("nameTemplate");
        RuleFor(i => i.City.Value).MaximumLength(GroupSeries.PlaceMaxLength).PlainText().OverridePropertyName("city");
        RuleFor(i => i.Topic.Value).MaximumLength(GroupSeries.PlaceMaxLength).PlainText().OverridePropertyName("topic");
        RuleFor(i => i.AvatarUrl.Value).MaximumLength(GroupBranding.AvatarUrlMaxLength).WebAddress().OverridePropertyName("avatarUrl");
        RuleFor(i => i.Tagline.Value).MaximumLength(GroupBranding.TaglineMaxLength).PlainText().OverridePropertyName("tagline");
    }
}

/// <summary>Enters and changes series .</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeGroupSeriesMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters a series of groups.")]
    public static Task<GroupSeries> CreateGroupSeriesAsync(CreateGroupSeriesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await RequireFreeNameAsync(session, input.Name);
                var series = new GroupSeries
                {
                    Name = input.Name, NameTemplate = input.NameTemplate, City = input.City, Topic = input.Topic, AvatarUrl = input.AvatarUrl, Tagline = input.Tagline,
                };
                session.Db.GroupSeries.Add(series);
                session.Record(ActivityKind.GroupSeriesCreated, () => new ActivitySubject { Text = series.Name });
                return series;
            },
            cancellationToken);

    /// <remarks>Changes what is expected of groups that the caller may not see, so it is for those who see all.</remarks>
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a series. Its groups keep their names and looks, and say by isOnBrand whether they are still as they should be. LEAD only.")]
    public static Task<GroupSeries> UpdateGroupSeriesAsync(UpdateGroupSeriesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var series = await session.FindAsync<GroupSeries>(input.Id, "id", with: all => all.Include(s => s.Groups));
                session.Expect(series, input.Version);
                var name = input.Name.Or(series.Name)!;
                if (name != series.Name)
                {
                    await RequireFreeNameAsync(session, name);
                }

                series.Name = name;
                series.NameTemplate = input.NameTemplate.Or(series.NameTemplate)!;
                series.City = input.City.Or(series.City);
                series.Topic = input.Topic.Or(series.Topic);
                series.AvatarUrl = input.AvatarUrl.Or(series.AvatarUrl);
                series.Tagline = input.Tagline.Or(series.Tagline);
                foreach (var group in series.Groups)
                {
                    group.CheckBranding(series);
                }

                session.Record(ActivityKind.GroupSeriesUpdated, () => new ActivitySubject { Text = series.Name });
                return series;
            },
            cancellationToken);

    private static Task RequireFreeNameAsync(WriteSession session, string name) =>
        session.RequireNoneAsync<GroupSeries>(s => s.Name == name, $"There is a series called '{name}' already.", "name");
}

/// <summary>What a template of names has to be.</summary>
internal static class NameTemplateRule
{
    public static IRuleBuilderOptions<T, string> NameTemplate<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(Community.NameTemplate.MaxLength)
        .Must((_, template, context) =>
        {
            if (template is null || Community.NameTemplate.FindFault(template) is not { } fault)
            {
                return true;
            }

            context.MessageFormatter.AppendArgument("Fault", fault);
            return false;
        })
        .WithErrorCode("INVALID_NAME_TEMPLATE")
        .WithMessage("'{PropertyName}' is no template of names. {Fault}")
        .Must(template => template is null || StorableText.Is(template))
        .WithErrorCode("INVALID_TEXT")
        .WithMessage("'{PropertyName}' holds a NUL character or half of a surrogate pair: remove it.");
}
