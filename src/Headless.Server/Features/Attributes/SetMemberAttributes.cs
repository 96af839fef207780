using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Attributes;

[GraphQLDescription("Attributes to set, member by member.")]
public sealed record SetMemberAttributesInput(
    [property: Cost(0)] [property: GraphQLDescription("The members, each once, at most 1 000; at most 5 000 values together.")] IReadOnlyList<MemberAttributesInput> Members);

[GraphQLDescription("Attributes of one member to set.")]
public sealed record MemberAttributesInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long MemberId,
    [property: Cost(0)] [property: GraphQLDescription("The values, each attribute once, at most 50.")] IReadOnlyList<AttributeValueInput> Values);

[GraphQLDescription("A value of an attribute, in the field of the attribute's type; none of them clears it.")]
public sealed record AttributeValueInput(
    [property: GraphQLDescription("The attribute's key.")] string Key,
    [property: GraphQLDescription("The value of a TEXT; of an OPTION, the option's value.")] string? Text,
    [property: GraphQLDescription("The value of a NUMBER.")] decimal? Number,
    [property: GraphQLDescription("The value of a BOOLEAN.")] bool? Boolean,
    [property: GraphQLDescription("The value of a DATE.")] DateOnly? Date)
{
    internal AttributeValue ToValue() => new(Text, Number, Boolean, Date);
}

/// <summary>The rules of <see cref="SetMemberAttributesInput"/>.</summary>
public sealed class SetMemberAttributesValidator : AbstractValidator<SetMemberAttributesInput>
{
    public SetMemberAttributesValidator()
    {
        RuleFor(i => i.Members).NotEmpty()
            .Must(members => members.Count <= AttributeRules.MaxMembers && members.Sum(m => m.Values.Count) <= AttributeRules.MaxValues)
            .WithErrorCode("TOO_MANY_ROWS")
            .WithMessage($"At most {AttributeRules.MaxMembers} members and {AttributeRules.MaxValues} values: send the others in another request.")
            .Must(members => members.DistinctBy(m => m.MemberId).Count() == members.Count)
            .WithErrorCode("DUPLICATE_MEMBER").WithMessage("The same member is given twice: put their values into one entry.");
        RuleForEach(i => i.Members).SetValidator(new MemberAttributesValidator());
    }
}

/// <summary>The rules of <see cref="MemberAttributesInput"/>.</summary>
public sealed class MemberAttributesValidator : AbstractValidator<MemberAttributesInput>
{
    public MemberAttributesValidator()
    {
        RuleFor(i => i.Values).NotEmpty()
            .Must(values => values.Count <= AttributeRules.MaxValuesOfMember)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"'{{PropertyName}}' takes at most {AttributeRules.MaxValuesOfMember} values.")
            .Must(values => values.DistinctBy(v => v.Key).Count() == values.Count)
            .WithErrorCode("DUPLICATE_ATTRIBUTE").WithMessage("The same attribute is given twice.");
        RuleForEach(i => i.Values).ChildRules(value =>
        {
            value.RuleFor(v => v.Key).NotEmpty().MaximumLength(AttributeDefinition.KeyMaxLength).PlainText();
            value.RuleFor(v => v.Text).PlainText();
        });
    }
}

/// <summary>Sets members' attributes, in bulk.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetMemberAttributesMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Sets and clears attributes of members. Every value is judged by itself: one that is refused does not keep the others out.")]
    public static Task<MemberAttributesChange> SetMemberAttributesAsync(
        SetMemberAttributesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var memberIds = input.Members.Select(m => m.MemberId).ToArray();
                var visible = await session.Db.Members
                    .Where(m => EF.Parameter(memberIds).Contains(m.Id))
                    .Select(m => m.Id)
                    .ToHashSetAsync(session.CancellationToken);
                var definitions = await session.Db.AttributeDefinitions
                    .WhereIn(session.Db, d => d.Key, [.. input.Members.SelectMany(m => m.Values).Select(v => v.Key).Distinct()])
                    .ToDictionaryAsync(d => d.Key, session.CancellationToken);
                var definitionIds = definitions.Values.Select(d => d.Id).ToArray();

                // All values, so that whoever may write but not read does not make a second one.
                var known = await session.Db.MemberAttributes.IgnoreQueryFilters()
                    .Where(a => EF.Parameter(memberIds).Contains(a.MemberId) && EF.Parameter(definitionIds).Contains(a.DefinitionId))
                    .ToDictionaryAsync(a => (a.MemberId, a.DefinitionId), session.CancellationToken);
                return new MemberAttributesChange(
                    [.. input.Members.Select((row, index) => new MemberAttributesRow(
                        index,
                        row.MemberId,
                        visible.Contains(row.MemberId)
                            ? Apply(session, row, definitions, known)
                            : [.. row.Values.Select(v => Rejected(v, "NOT_FOUND", "There is no Member with the id, or you may not see it."))]))]);
            },
            cancellationToken);

    private static IReadOnlyList<AttributeResult> Apply(
        WriteSession session,
        MemberAttributesInput row,
        Dictionary<string, AttributeDefinition> definitions,
        Dictionary<(long MemberId, long DefinitionId), MemberAttribute> known)
    {
        List<AttributeResult> results =
        [
            .. row.Values.Select(value => definitions.TryGetValue(value.Key, out var definition)
                ? Apply(session, row.MemberId, definition, value, known.GetValueOrDefault((row.MemberId, definition.Id)))
                : Rejected(value, "UNKNOWN_ATTRIBUTE", $"There is no attribute '{value.Key}': attributeDefinitions lists those that there are.")),
        ];
        string[] KeysOf(AttributeOutcome outcome) => [.. results.Where(r => r.Outcome == outcome).Select(r => r.Key)];
        var (set, cleared) = (KeysOf(AttributeOutcome.Set), KeysOf(AttributeOutcome.Cleared));
        if (set.Length + cleared.Length > 0)
        {
            session.Record(
                ActivityKind.MemberAttributesChanged,
                () => new ActivitySubject { MemberId = row.MemberId, Data = JsonSerializer.Serialize(new { set, cleared }) });
        }

        return results;
    }

    private static AttributeResult Apply(
        WriteSession session, long memberId, AttributeDefinition definition, AttributeValueInput input, MemberAttribute? current)
    {
        var value = input.ToValue();
        var isReadable = definition.Privacy <= session.Caller.VisiblePrivacy;
        try
        {
            // Whoever may not read a value does not learn by the answer whether there is one, nor which.
            definition.RequireFits(value, isReadable ? current?.Value : AttributeValue.None);
        }
        catch (DomainException refusal)
        {
            return Rejected(input, refusal.Code, refusal.Message);
        }

        if (isReadable && (current?.Value ?? AttributeValue.None) == value)
        {
            return new AttributeResult(input.Key, AttributeOutcome.Unchanged);
        }

        if (value.IsNone)
        {
            if (current is not null)
            {
                session.Db.MemberAttributes.Remove(current);
            }

            return new AttributeResult(input.Key, AttributeOutcome.Cleared);
        }

        if (current is null)
        {
            session.Db.MemberAttributes.Add(MemberAttribute.Of(memberId, definition, value, session.Now, session.Caller.OperatorId));
        }
        else
        {
            current.Set(value, session.Now, session.Caller.OperatorId);
        }

        return new AttributeResult(input.Key, AttributeOutcome.Set);
    }

    private static AttributeResult Rejected(AttributeValueInput value, string code, string message) =>
        new(value.Key, AttributeOutcome.Rejected, code, message);
}
