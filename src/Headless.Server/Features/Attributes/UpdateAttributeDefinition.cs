using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Attributes;

[GraphQLDescription("A change of an attribute definition. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateAttributeDefinitionInput(
    [property: ID<AttributeDefinition>] [property: GraphQLDescription("The definition.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What people see.")] Optional<string?> Name,
    [property: GraphQLDescription("Who may read its values, those that are there included.")] Optional<PrivacyClass?> Privacy,
    [property: GraphQLDescription("What is meant, and how to find it out.")] Optional<string?> Description,
    [property: GraphQLDescription("Whether a value that is there cannot be cleared.")] Optional<bool?> IsRequired,
    [property: GraphQLDescription("OPTION: all its values. One that members have can be retired, not left out.")] Optional<IReadOnlyList<AttributeOptionInput>?> Options,
    [property: GraphQLDescription("NUMBER: the unit.")] Optional<string?> Unit,
    [property: GraphQLDescription("TEXT: the most characters of a new value, at most 500.")] Optional<int?> MaxLength,
    [property: GraphQLDescription("NUMBER: the least for a new value.")] Optional<decimal?> Minimum,
    [property: GraphQLDescription("NUMBER: the greatest for a new value.")] Optional<decimal?> Maximum,
    [property: GraphQLDescription("Whether it takes no values any more; those that are there stay.")] Optional<bool?> IsArchived);

/// <summary>The rules of <see cref="UpdateAttributeDefinitionInput"/>.</summary>
public sealed class UpdateAttributeDefinitionValidator : AbstractValidator<UpdateAttributeDefinitionInput>
{
    public UpdateAttributeDefinitionValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(AttributeDefinition.NameMaxLength).PlainText()
            .When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Privacy.Value).NotNull().When(i => i.Privacy.HasValue).OverridePropertyName("privacy");
        RuleFor(i => i.Description.Value).MaximumLength(AttributeDefinition.DescriptionMaxLength).PlainText().OverridePropertyName("description");
        RuleFor(i => i.IsRequired.Value).NotNull().When(i => i.IsRequired.HasValue).OverridePropertyName("isRequired");
        RuleFor(i => i.IsArchived.Value).NotNull().When(i => i.IsArchived.HasValue).OverridePropertyName("isArchived");
        RuleFor(i => i.Options.Value).Options();
        RuleForEach(i => i.Options.Value).SetValidator(new AttributeOptionValidator()).OverridePropertyName("options");
        RuleFor(i => i.Unit.Value).MaximumLength(AttributeDefinition.UnitMaxLength).PlainText().OverridePropertyName("unit");
        RuleFor(i => i.MaxLength.Value).MaxTextLength();
        RuleFor(i => i.Minimum.Value).Number().OverridePropertyName("minimum");
        RuleFor(i => i.Maximum.Value).Number().OverridePropertyName("maximum");
    }
}

/// <summary>Changes an attribute definition.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateAttributeDefinitionMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes an attribute definition. New limits hold for new values; those that are there stay.")]
    public static Task<AttributeDefinition> UpdateAttributeDefinitionAsync(
        UpdateAttributeDefinitionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var definition = await session.FindAsync<AttributeDefinition>(input.Id, "id");
                session.Expect(definition, input.Version);
                definition.Name = input.Name.Or(definition.Name)!;
                definition.Privacy = input.Privacy.Or(definition.Privacy)!.Value;
                definition.Description = input.Description.Or(definition.Description);
                definition.IsRequired = input.IsRequired.Or(definition.IsRequired)!.Value;
                definition.Unit = input.Unit.Or(definition.Unit);
                definition.MaxLength = input.MaxLength.Or(definition.MaxLength);
                definition.Minimum = input.Minimum.Or(definition.Minimum);
                definition.Maximum = input.Maximum.Or(definition.Maximum);
                definition.IsArchived = input.IsArchived.Or(definition.IsArchived)!.Value;
                if (input.Options.HasValue)
                {
                    definition.SetOptions([.. (input.Options.Value ?? []).Select(o => o.ToOption())], await OptionsInUseAsync(session, definition.Id));
                }

                definition.RequireConsistent();
                session.Record(
                    ActivityKind.AttributeDefinitionUpdated,
                    () => new ActivitySubject { Data = JsonSerializer.Serialize(new { attributeKey = definition.Key }) });
                return definition;
            },
            cancellationToken);

    private static Task<HashSet<string>> OptionsInUseAsync(WriteSession session, long definitionId) =>
        session.Db.MemberAttributes.IgnoreQueryFilters()
            .Where(a => a.DefinitionId == definitionId && a.Text != null)
            .Select(a => a.Text!)
            .Distinct()
            .ToHashSetAsync(session.CancellationToken);
}
