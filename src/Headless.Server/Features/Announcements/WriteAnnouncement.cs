using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Announcements;

[GraphQLDescription("An announcement to write.")]
public sealed record CreateAnnouncementInput(
    [property: ID<Group>] [property: GraphQLDescription("The group whose members it tells.")] long GroupId,
    [property: GraphQLDescription("What it is about; NOTICE unless given.")] AnnouncementKind? Kind,
    [property: GraphQLDescription("What it says, at most 4 000 characters.")] string Text,
    [property: GraphQLDescription("What a COUNTDOWN counts down to, which it needs.")] DateTimeOffset? CountsDownTo,
    [property: GraphQLDescription("Whether it stands above the messages once it is published.")] bool? IsPinned);

/// <summary>The rules of <see cref="CreateAnnouncementInput"/>.</summary>
public sealed class CreateAnnouncementValidator : AbstractValidator<CreateAnnouncementInput>
{
    public CreateAnnouncementValidator() => RuleFor(i => i.Text).NotEmpty().MaximumLength(Announcement.TextMaxLength).PlainText();
}

[GraphQLDescription("A change of an announcement. A field that is not given stays as it is.")]
public sealed record UpdateAnnouncementInput(
    [property: ID<Announcement>] [property: GraphQLDescription("The announcement.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What it says.")] Optional<string?> Text,
    [property: GraphQLDescription("What a COUNTDOWN counts down to.")] Optional<DateTimeOffset?> CountsDownTo);

/// <summary>The rules of <see cref="UpdateAnnouncementInput"/>.</summary>
public sealed class UpdateAnnouncementValidator : AbstractValidator<UpdateAnnouncementInput>
{
    public UpdateAnnouncementValidator() =>
        RuleFor(i => i.Text.Value).NotEmpty().MaximumLength(Announcement.TextMaxLength).PlainText().When(i => i.Text.HasValue).OverridePropertyName("text");
}

/// <summary>Writes announcements, and writes them again.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class WriteAnnouncementMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Writes an announcement as a draft. Where the platform is known to have none: CAPABILITY_NOT_AVAILABLE.")]
    public static Task<Announcement> CreateAnnouncementAsync(CreateAnnouncementInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                if (group.Status == GroupStatus.Archived)
                {
                    throw new DomainException(DomainErrorCodes.GroupArchived, "The group is archived: nobody is told anything there any more.");
                }

                await session.RequireCapabilitiesAsync(group.Platform, input.IsPinned == true);
                var announcement = Announcement.Write(
                    group.Id, input.Kind ?? AnnouncementKind.Notice, input.Text, input.CountsDownTo?.UtcDateTime, input.IsPinned ?? false, session.Caller.OperatorId, session.Now);
                session.Db.Announcements.Add(announcement);
                session.RecordAnnouncement(ActivityKind.AnnouncementCreated, announcement);
                return announcement;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes what an announcement says, also one that is published; the text before stays among its versions.")]
    public static Task<Announcement> UpdateAnnouncementAsync(UpdateAnnouncementInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var announcement = await session.FindAsync<Announcement>(input.Id, "id");
                session.Expect(announcement, input.Version);
                if (input.Text.HasValue)
                {
                    var versions = await session.Db.AnnouncementVersions.CountAsync(v => v.AnnouncementId == announcement.Id, session.CancellationToken);
                    announcement.Rewrite(input.Text.Value!, versions + 1, session.Caller.OperatorId, session.Now);
                }

                if (input.CountsDownTo.HasValue)
                {
                    announcement.CountDownTo(input.CountsDownTo.Value?.UtcDateTime);
                }

                session.RecordAnnouncement(ActivityKind.AnnouncementUpdated, announcement);
                return announcement;
            },
            cancellationToken);
}
