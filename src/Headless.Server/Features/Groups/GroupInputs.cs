using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

[GraphQLDescription("The positioning of a group. A field that is not given stays as it is.")]
public sealed record GroupPositioningInput(
    [property: GraphQLDescription("Why the group exists.")] Optional<string?> Why,
    [property: GraphQLDescription("What it offers.")] Optional<string?> What,
    [property: GraphQLDescription("For whom it is.")] Optional<string?> Who,
    [property: GraphQLDescription("Where it lives and where its people come from.")] Optional<string?> Where,
    [property: GraphQLDescription("When things happen in it.")] Optional<string?> When,
    [property: GraphQLDescription("How it is run.")] Optional<string?> How,
    [property: GraphQLDescription("How one talks in it.")] Optional<string?> Tone)
{
    internal void ApplyTo(GroupPositioning positioning)
    {
        positioning.Why = Filled(Why.Or(positioning.Why));
        positioning.What = Filled(What.Or(positioning.What));
        positioning.Who = Filled(Who.Or(positioning.Who));
        positioning.Where = Filled(Where.Or(positioning.Where));
        positioning.When = Filled(When.Or(positioning.When));
        positioning.How = Filled(How.Or(positioning.How));
        positioning.Tone = Filled(Tone.Or(positioning.Tone));
    }

    /// <summary>Blanks are no answer.</summary>
    private static string? Filled(string? answer) => string.IsNullOrWhiteSpace(answer) ? null : answer;
}

/// <summary>The rules of <see cref="GroupPositioningInput"/>.</summary>
public sealed class GroupPositioningValidator : AbstractValidator<GroupPositioningInput>
{
    public GroupPositioningValidator()
    {
        RuleFor(i => i.Why.Value).MaximumLength(GroupPositioning.AnswerMaxLength).PlainText().OverridePropertyName("why");
        RuleFor(i => i.What.Value).MaximumLength(GroupPositioning.AnswerMaxLength).PlainText().OverridePropertyName("what");
        RuleFor(i => i.Who.Value).MaximumLength(GroupPositioning.AnswerMaxLength).PlainText().OverridePropertyName("who");
        RuleFor(i => i.Where.Value).MaximumLength(GroupPositioning.AnswerMaxLength).PlainText().OverridePropertyName("where");
        RuleFor(i => i.When.Value).MaximumLength(GroupPositioning.AnswerMaxLength).PlainText().OverridePropertyName("when");
        RuleFor(i => i.How.Value).MaximumLength(GroupPositioning.AnswerMaxLength).PlainText().OverridePropertyName("how");
        RuleFor(i => i.Tone.Value).MaximumLength(GroupPositioning.AnswerMaxLength).PlainText().OverridePropertyName("tone");
    }
}

[GraphQLDescription("The look of a group. A field that is not given stays as it is.")]
public sealed record GroupBrandingInput(
    [property: GraphQLDescription("The address of the group's picture: http or https.")] Optional<string?> AvatarUrl,
    [property: GraphQLDescription("One line under the name.")] Optional<string?> Tagline)
{
    internal void ApplyTo(GroupBranding branding)
    {
        branding.AvatarUrl = AvatarUrl.Or(branding.AvatarUrl);
        branding.Tagline = Tagline.Or(branding.Tagline);
    }
}

/// <summary>The rules of <see cref="GroupBrandingInput"/>.</summary>
public sealed class GroupBrandingValidator : AbstractValidator<GroupBrandingInput>
{
    public GroupBrandingValidator()
    {
        RuleFor(i => i.AvatarUrl.Value).MaximumLength(GroupBranding.AvatarUrlMaxLength).WebAddress().OverridePropertyName("avatarUrl");
        RuleFor(i => i.Tagline.Value).MaximumLength(GroupBranding.TaglineMaxLength).PlainText().OverridePropertyName("tagline");
    }
}

[GraphQLDescription("The form of a member's nickname. A field that is not given stays as it is.")]
public sealed record NicknameRuleInput(
    [property: GraphQLDescription("The form in words, for example 「所属地区 药店名称」.")] Optional<string?> Template,
    [property: GraphQLDescription("A regular expression that a nickname of that form matches.")] Optional<string?> Pattern)
{
    internal void ApplyTo(NicknameRule rule)
    {
        rule.Template = Template.Or(rule.Template);
        rule.Pattern = Pattern.Or(rule.Pattern);
    }
}

/// <summary>The rules of <see cref="NicknameRuleInput"/>.</summary>
public sealed class NicknameRuleValidator : AbstractValidator<NicknameRuleInput>
{
    public NicknameRuleValidator()
    {
        RuleFor(i => i.Template.Value).MaximumLength(NicknameRule.TemplateMaxLength).PlainText().OverridePropertyName("template");
        RuleFor(i => i.Pattern.Value).MaximumLength(NicknameRule.PatternMaxLength).RegularExpression().OverridePropertyName("pattern");
    }
}
