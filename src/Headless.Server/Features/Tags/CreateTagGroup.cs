using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("A tag group to enter.")]
public sealed record CreateTagGroupInput(
    [property: GraphQLDescription("The name; unique.")] string Name,
    [property: GraphQLDescription("Whether a member has at most one of its tags; false unless given. Cannot be changed afterwards.")] bool? Exclusive,
    [property: GraphQLDescription("The colour to show its tags in, #RRGGBB.")] string? Colour);

/// <summary>The rules of <see cref="CreateTagGroupInput"/>.</summary>
public sealed class CreateTagGroupValidator : AbstractValidator<CreateTagGroupInput>
{
    public CreateTagGroupValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(TagGroup.NameMaxLength).PlainText();
        RuleFor(i => i.Colour).Colour();
    }
}

/// <summary>Enters a tag group.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateTagGroupMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters a tag group.")]
    public static Task<TagGroup> CreateTagGroupAsync(CreateTagGroupInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.RequireFreeGroupNameAsync(input.Name);
                var group = new TagGroup { Name = input.Name, Exclusive = input.Exclusive ?? false, Colour = input.Colour };
                session.Db.TagGroups.Add(group);
                session.Record(ActivityKind.TagGroupCreated, () => new ActivitySubject { Text = group.Name });
                return group;
            },
            cancellationToken);
}
