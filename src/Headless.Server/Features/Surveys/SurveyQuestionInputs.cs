using System.Text.RegularExpressions;
using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Surveys;

[GraphQLDescription("A question to ask.")]
public sealed record SurveyQuestionInput(
    [property: GraphQLDescription("A name for machines, unique in the survey: small letters, digits and _, beginning with a letter.")] string Key,
    [property: GraphQLDescription("How it is answered.")] SurveyQuestionKind Kind,
    [property: GraphQLDescription("What is asked.")] string Text,
    [property: GraphQLDescription("Whether a response needs an answer to it; true unless given.")] bool? IsRequired,
    [property: GraphQLDescription("SINGLE_CHOICE and MULTIPLE_CHOICE: what to choose from, 2 to 50, in their order.")] IReadOnlyList<string>? Options,
    [property: GraphQLDescription("SCALE: the lowest number, from 0; 1 unless given.")] int? ScaleMin,
    [property: GraphQLDescription("SCALE: the highest number, at most 100; 5 unless given.")] int? ScaleMax,
    [property: GraphQLDescription("SCALE: what it measures, to compare it across surveys.")] SurveyMeasure? Measure)
{
    private const int DefaultMin = 1;
    private const int DefaultMax = 5;

    internal int Min => ScaleMin ?? DefaultMin;

    internal int Max => ScaleMax ?? DefaultMax;

    internal bool IsChoice => Kind is SurveyQuestionKind.SingleChoice or SurveyQuestionKind.MultipleChoice;

    internal SurveyQuestion ToQuestion(Survey survey)
    {
        var isScale = Kind == SurveyQuestionKind.Scale;
        var question = new SurveyQuestion
        {
            Survey = survey, Key = Key, Kind = Kind, Text = Text, IsRequired = IsRequired ?? true, Measure = Measure,
            ScaleMin = isScale ? Min : null, ScaleMax = isScale ? Max : null,
        };
        question.Options.AddRange((Options ?? []).Select((label, position) => new SurveyOption { Question = question, Label = label, Position = position }));
        return question;
    }
}

/// <summary>The rules of <see cref="SurveyQuestionInput"/>.</summary>
public sealed partial class SurveyQuestionValidator : AbstractValidator<SurveyQuestionInput>
{
    public SurveyQuestionValidator()
    {
        RuleFor(q => q.Key).MaximumLength(SurveyQuestion.KeyMaxLength).Must(key => KeyPattern().IsMatch(key))
            .WithErrorCode("INVALID_KEY").WithMessage("'{PropertyName}' takes small letters, digits and _, and begins with a letter.");
        RuleFor(q => q.Text).NotEmpty().MaximumLength(SurveyQuestion.TextMaxLength).PlainText();
        RuleFor(q => q.Options).Must(options => options is { Count: >= 2 and <= SurveyQuestion.MaxOptions } && options.Distinct().Count() == options.Count)
            .When(q => q.IsChoice)
            .WithErrorCode("OPTIONS_REQUIRED").WithMessage($"A choice has 2 to {SurveyQuestion.MaxOptions} options, each another one.");
        RuleFor(q => q.Options).Must(options => options is null or []).When(q => !q.IsChoice)
            .WithErrorCode("NO_CHOICE").WithMessage("Only SINGLE_CHOICE and MULTIPLE_CHOICE have options.");
        RuleForEach(q => q.Options).NotEmpty().MaximumLength(SurveyOption.LabelMaxLength).PlainText();
        RuleFor(q => q.ScaleMax).Must((q, _) => q.Min >= 0 && q.Min < q.Max && q.Max <= SurveyQuestion.ScaleLimit).When(q => q.Kind == SurveyQuestionKind.Scale)
            .WithErrorCode("INVALID_SCALE").WithMessage($"A scale reaches from 0 or more to {SurveyQuestion.ScaleLimit} or less, and scaleMax is greater than scaleMin.");
        RuleFor(q => q.Measure).Null().When(q => q.Kind != SurveyQuestionKind.Scale)
            .WithErrorCode("NO_SCALE").WithMessage("Only a SCALE measures something.");
        RuleFor(q => q.ScaleMin).Null().When(q => q.Kind != SurveyQuestionKind.Scale).WithErrorCode("NO_SCALE").WithMessage("Only a SCALE has a lowest number.");
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyPattern();
}
