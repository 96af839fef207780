using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Attributes;

[GraphQLDescription("An attribute of members to define.")]
public sealed record CreateAttributeDefinitionInput(
    [property: GraphQLDescription("The stable name: small letters, digits and underscores, a letter first. Unique, for good.")] string Key,
    [property: GraphQLDescription("What people see.")] string Name,
    [property: GraphQLDescription("What its values are; for good.")] AttributeType Type,
    [property: GraphQLDescription("Who may read its values; PERSONAL unless given.")] PrivacyClass? Privacy,
    [property: GraphQLDescription("What is meant, and how to find it out.")] string? Description,
    [property: GraphQLDescription("Whether a value that is there cannot be cleared; false unless given.")] bool? IsRequired,
    [property: GraphQLDescription("OPTION: its values in the order in which to show them, at most 200.")] IReadOnlyList<AttributeOptionInput>? Options,
    [property: GraphQLDescription("NUMBER: the unit.")] string? Unit,
    [property: GraphQLDescription("TEXT: the most characters, at most 500.")] int? MaxLength,
    [property: GraphQLDescription("NUMBER: the least.")] decimal? Minimum,
    [property: GraphQLDescription("NUMBER: the greatest.")] decimal? Maximum);

/// <summary>The rules of <see cref="CreateAttributeDefinitionInput"/>.</summary>
public sealed class CreateAttributeDefinitionValidator : AbstractValidator<CreateAttributeDefinitionInput>
{
    public CreateAttributeDefinitionValidator()
    {
        RuleFor(i => i.Key).Must(AttributeDefinition.IsKey).WithErrorCode("INVALID_KEY")
            .WithMessage($"'{{PropertyName}}' must be at most {AttributeDefinition.KeyMaxLength} small letters, digits and underscores, a letter first.");
        RuleFor(i => i.Name).NotEmpty().MaximumLength(AttributeDefinition.NameMaxLength).PlainText();
        RuleFor(i => i.Description).MaximumLength(AttributeDefinition.DescriptionMaxLength).PlainText();
        RuleFor(i => i.Options).Options();
        RuleForEach(i => i.Options).SetValidator(new AttributeOptionValidator());
        RuleFor(i => i.Unit).MaximumLength(AttributeDefinition.UnitMaxLength).PlainText();
        RuleFor(i => i.MaxLength).MaxTextLength();
        RuleFor(i => i.Minimum).Number();
        RuleFor(i => i.Maximum).Number();
    }
}

/// <summary>Defines an attribute of members.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateAttributeDefinitionMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Defines something that may be known of members. Key and type are for good; there are at most 200 definitions.")]
    public static Task<AttributeDefinition> CreateAttributeDefinitionAsync(
        CreateAttributeDefinitionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.RequireNoneAsync<AttributeDefinition>(d => d.Key == input.Key, $"There is an attribute '{input.Key}' already.", "key");
                if (await session.Db.AttributeDefinitions.CountAsync(session.CancellationToken) >= AttributeDefinition.MaxDefinitions)
                {
                    throw new DomainException(
                        DomainErrorCodes.TooManyAttributeDefinitions, $"There are {AttributeDefinition.MaxDefinitions} attributes, which is the most.");
                }

                var definition = new AttributeDefinition
                {
                    Key = input.Key,
                    Name = input.Name,
                    Description = input.Description,
                    Type = input.Type,
                    Privacy = input.Privacy ?? PrivacyClass.Personal,
                    IsRequired = input.IsRequired ?? false,
                    Options = [.. (input.Options ?? []).Select(o => o.ToOption())],
                    Unit = input.Unit,
                    MaxLength = input.MaxLength,
                    Minimum = input.Minimum,
                    Maximum = input.Maximum,
                };
                definition.RequireConsistent();
                session.Db.AttributeDefinitions.Add(definition);
                session.Record(
                    ActivityKind.AttributeDefinitionCreated,
                    () => new ActivitySubject { Data = JsonSerializer.Serialize(new { attributeKey = definition.Key }) });
                return definition;
            },
            cancellationToken);
}
