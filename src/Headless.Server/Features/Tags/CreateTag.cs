using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("A tag to enter.")]
public sealed record CreateTagInput(
    [property: GraphQLDescription("The word; unique within its group, and among the tags without a group.")] string Name,
    [property: ID<TagGroup>] [property: GraphQLDescription("The group that it belongs to, for good; none unless given.")] long? TagGroupId,
    [property: GraphQLDescription("The colour to show it in, #RRGGBB; the group's unless given.")] string? Colour);

/// <summary>The rules of <see cref="CreateTagInput"/>.</summary>
public sealed class CreateTagValidator : AbstractValidator<CreateTagInput>
{
    public CreateTagValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Tag.NameMaxLength).PlainText();
        RuleFor(i => i.Colour).Colour();
    }
}

/// <summary>Enters a tag.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateTagMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters a tag.")]
    public static Task<Tag> CreateTagAsync(CreateTagInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<TagGroup>(input.TagGroupId, "tagGroupId");
                await session.RequireFreeNameAsync(input.Name, group?.Id);
                var tag = new Tag { Name = input.Name, Colour = input.Colour, TagGroupId = group?.Id };
                session.Db.Tags.Add(tag);
                session.Record(ActivityKind.TagCreated, () => new ActivitySubject { TagId = tag.Id, Text = tag.Name });
                return tag;
            },
            cancellationToken);
}
