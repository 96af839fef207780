using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("A change of a tag. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateTagInput(
    [property: ID<Tag>] [property: GraphQLDescription("The tag.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The word.")] Optional<string?> Name,
    [property: GraphQLDescription("The colour to show it in, #RRGGBB; null: the group's.")] Optional<string?> Colour);

/// <summary>The rules of <see cref="UpdateTagInput"/>.</summary>
public sealed class UpdateTagValidator : AbstractValidator<UpdateTagInput>
{
    public UpdateTagValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Tag.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Colour.Value).Colour().OverridePropertyName("colour");
    }
}

/// <summary>Changes a tag.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateTagMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a tag for all members that have it. It stays in its group.")]
    public static Task<Tag> UpdateTagAsync(UpdateTagInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var tag = await session.FindAsync<Tag>(input.Id, "id");
                session.Expect(tag, input.Version);
                var name = input.Name.Or(tag.Name)!;
                if (name != tag.Name)
                {
                    await session.RequireFreeNameAsync(name, tag.TagGroupId);
                }

                tag.Name = name;
                tag.Colour = input.Colour.Or(tag.Colour);
                session.Record(ActivityKind.TagUpdated, () => new ActivitySubject { TagId = tag.Id, Text = tag.Name });
                return tag;
            },
            cancellationToken);
}
