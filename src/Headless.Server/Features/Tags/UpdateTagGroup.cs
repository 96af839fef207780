using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("A change of a tag group. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateTagGroupInput(
    [property: ID<TagGroup>] [property: GraphQLDescription("The tag group.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name.")] Optional<string?> Name,
    [property: GraphQLDescription("The colour to show its tags in, #RRGGBB.")] Optional<string?> Colour);

/// <summary>The rules of <see cref="UpdateTagGroupInput"/>.</summary>
public sealed class UpdateTagGroupValidator : AbstractValidator<UpdateTagGroupInput>
{
    public UpdateTagGroupValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(TagGroup.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Colour.Value).Colour().OverridePropertyName("colour");
    }
}

/// <summary>Changes a tag group.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateTagGroupMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a tag group. Whether it is exclusive was decided when it was made.")]
    public static Task<TagGroup> UpdateTagGroupAsync(UpdateTagGroupInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<TagGroup>(input.Id, "id");
                session.Expect(group, input.Version);
                var name = input.Name.Or(group.Name)!;
                if (name != group.Name)
                {
                    await session.RequireFreeGroupNameAsync(name);
                }

                group.Name = name;
                group.Colour = input.Colour.Or(group.Colour);
                session.Record(ActivityKind.TagGroupUpdated, () => new ActivitySubject { Text = group.Name });
                return group;
            },
            cancellationToken);
}
