using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Alerts;
using Headless.Server.Writing;

namespace Headless.Server.Features.Alerts;

[GraphQLDescription("An alert that somebody takes on.")]
public sealed record AcknowledgeAlertInput(
    [property: ID<Alert>] [property: GraphQLDescription("The alert.")] long Id,
    [property: GraphQLDescription("What is being done about it, at most 1 000 characters.")] string? Note,
    [property: GraphQLDescription("The version that you read; given, the step is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="AcknowledgeAlertInput"/>.</summary>
public sealed class AcknowledgeAlertValidator : AbstractValidator<AcknowledgeAlertInput>
{
    public AcknowledgeAlertValidator()
    {
        RuleFor(i => i.Note).MaximumLength(Alert.NoteMaxLength).PlainText();
        RuleFor(i => i.Version).GreaterThan(0);
    }
}

/// <summary>Takes an alert on.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class AcknowledgeAlertMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("The caller takes an alert on. It stays until its condition ends.")]
    public static Task<Alert> AcknowledgeAlertAsync(AcknowledgeAlertInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var alert = await session.FindAsync<Alert>(input.Id, "id");
                session.Expect(alert, input.Version);
                alert.Acknowledge(session.Caller.OperatorId, input.Note, session.Now);
                session.RecordAlert(ActivityKind.AlertAcknowledged, alert);
                return alert;
            },
            cancellationToken);
}
