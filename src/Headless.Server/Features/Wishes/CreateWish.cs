using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Wishes;

[GraphQLDescription("A wish to write down.")]
public sealed record CreateWishInput(
    [property: GraphQLDescription("The category in the brand's own words.")] string Category,
    [property: GraphQLDescription("What it should be.")] string Product,
    [property: GraphQLDescription("What the member said about it.")] string? Note,
    [property: ID<Member>] [property: GraphQLDescription("Who came up with it: has voted for it with that.")] long? MemberId,
    [property: ID<Group>] [property: GraphQLDescription("The group in which it came up. OWNER and ADMIN have to give one of theirs, or a member.")] long? GroupId,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the wish of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A change of a wish. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateWishInput(
    [property: ID<Wish>] [property: GraphQLDescription("The wish.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The category in the brand's own words.")] Optional<string?> Category,
    [property: GraphQLDescription("What it should be.")] Optional<string?> Product,
    [property: GraphQLDescription("What the member said about it.")] Optional<string?> Note);

/// <summary>The rules of <see cref="CreateWishInput"/>.</summary>
public sealed class CreateWishValidator : AbstractValidator<CreateWishInput>
{
    public CreateWishValidator()
    {
        RuleFor(i => i.Category).NotEmpty().MaximumLength(Wish.CategoryMaxLength).PlainText();
        RuleFor(i => i.Product).NotEmpty().MaximumLength(Wish.ProductMaxLength).PlainText();
        RuleFor(i => i.Note).MaximumLength(Wish.NoteMaxLength).PlainText();
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="UpdateWishInput"/>.</summary>
public sealed class UpdateWishValidator : AbstractValidator<UpdateWishInput>
{
    public UpdateWishValidator()
    {
        RuleFor(i => i.Category.Value).NotEmpty().MaximumLength(Wish.CategoryMaxLength).PlainText().When(i => i.Category.HasValue).OverridePropertyName("category");
        RuleFor(i => i.Product.Value).NotEmpty().MaximumLength(Wish.ProductMaxLength).PlainText().When(i => i.Product.HasValue).OverridePropertyName("product");
        RuleFor(i => i.Note.Value).MaximumLength(Wish.NoteMaxLength).PlainText().OverridePropertyName("note");
    }
}

/// <summary>Writes wishes down.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateWishMutations
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Writes a wish down. The member who came up with it has voted for it with that.")]
    public static Task<Wish> CreateWishAsync(CreateWishInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<Wish>(input.IdempotencyKey, w => w.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                session.RequireVisible(input.GroupId, input.MemberId);
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var wish = new Wish
                {
                    Category = input.Category,
                    Product = input.Product,
                    Note = input.Note,
                    MemberId = member?.Id,
                    GroupId = group?.Id,
                    VoteCount = member is null ? 0 : 1,
                    IdempotencyKey = input.IdempotencyKey,
                };
                if (member is not null)
                {
                    wish.Votes.Add(new WishVote { Wish = wish, MemberId = member.Id, VotedAt = session.Now });
                }

                session.Db.Wishes.Add(wish);
                session.RecordWish(ActivityKind.WishCreated, wish);
                return wish;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Corrects what a wish says; its votes stay.")]
    public static Task<Wish> UpdateWishAsync(UpdateWishInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var wish = await session.FindAsync<Wish>(input.Id, "id");
                session.Expect(wish, input.Version);
                wish.Category = input.Category.Or(wish.Category)!;
                wish.Product = input.Product.Or(wish.Product)!;
                wish.Note = input.Note.Or(wish.Note);
                session.RecordWish(ActivityKind.WishUpdated, wish);
                return wish;
            },
            cancellationToken);
}
