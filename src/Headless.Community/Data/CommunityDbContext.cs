using Headless.Community.Data.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Headless.Community.Data;

/// <summary>The community as EF Core sees it: one model, with a derived context and a migration set for each provider.</summary>
/// <remarks>
/// Enums are stored as their numbers: a byte in a log of a hundred million rows instead of a word, and comparisons by number.
/// The numbers are explicit in each enum and never change meaning. Text compares and sorts ordinally, by code point, on every
/// provider: BINARY on SQLite, <c>"C"</c> on PostgreSQL, <c>Latin1_General_100_BIN2</c> on SQL Server.
/// </remarks>
public abstract partial class CommunityDbContext(DbContextOptions options) : DbContext(options)
{
    private AccessScope? _access;

    /// <summary>
    /// Whose rows this context shows. A context with row filters shows nothing until it is set; a context without shows
    /// everything and can do nothing else.
    /// </summary>
    /// <exception cref="InvalidOperationException">The context's model is not made for that scope.</exception>
    public AccessScope Access
    {
        get => _access ?? (FiltersRows || MasksPersonal ? AccessScope.Nothing : AccessScope.Everything);
        set
        {
            if (value.IsEverything == FiltersRows || (value.IsEverything && value.SeesPersonal == MasksPersonal))
            {
                throw new InvalidOperationException(
                    $"{GetType().Name} cannot serve {value}: create contexts with CommunityDatabase.Create.");
            }

            _access = value;
        }
    }

    /// <summary>Whether this type's model filters rows by <see cref="Access"/>.</summary>
    protected virtual bool FiltersRows => false;

    /// <summary>Whether this type's model shows every row but those that only <see cref="AccessScope.VisiblePrivacy"/> opens.</summary>
    protected virtual bool MasksPersonal => false;

    /// <summary>The most protected class of attributes whose values are visible.</summary>
    internal PrivacyClass VisiblePrivacy => Access.VisiblePrivacy;

    /// <summary>The operator whose groups are visible; 0, which is nobody's id, shows nothing.</summary>
    internal long VisibleToOperatorId => Access.OperatorId ?? 0;

    /// <summary>The moment at which this context was handed out, in UTC: what is current or due then is for all its statements.</summary>
    public DateTime Now { get; internal set; } = DateTime.UtcNow;

    /// <summary>The collation under which text compares by code point; null where that is the default.</summary>
    private protected abstract string? OrdinalCollation { get; }

    /// <summary>The condition of a filtered index that a column is null, or is not.</summary>
    private protected virtual string NullFilter(string column, bool isNull) =>
        $"\"{column}\" IS {(isNull ? "NULL" : "NOT NULL")}";

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        builder.Properties<decimal>().HavePrecision(19, 4);

        // Every index is declared: what the activity log does not need would cost ingestion.
        builder.Conventions.Remove<ForeignKeyIndexConvention>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        OperatorConfiguration.Configure(builder, NullFilter("Subject", isNull: false));
        GroupConfiguration.Configure(builder, NullFilter("SeriesId", isNull: false));
        GroupPartConfiguration.Configure(builder, NullFilter("PinnedInGroupId", isNull: false));
        MemberConfiguration.Configure(builder, NullFilter("PrimarySince", isNull: false), NullFilter("MergedIntoId", isNull: false));
        MembershipConfiguration.Configure(builder, NullFilter("LeftAt", isNull: true), column => NullFilter(column, isNull: false));
        TagConfiguration.Configure(builder, NullFilter("TagGroupId", isNull: true), NullFilter("TagGroupId", isNull: false));
        ContactConfiguration.Configure(builder, column => NullFilter(column, isNull: false));
        MergeConfiguration.Configure(builder, NullFilter("UnmergedAt", isNull: true));
        MemberClassConfiguration.Configure(builder);
        SegmentConfiguration.Configure(builder, NullFilter("LeftAt", isNull: true));
        AttributeConfiguration.Configure(builder, column => NullFilter(column, isNull: false));
        ContentItemConfiguration.Configure(builder);
        SearchConfiguration.Configure(builder);
        TrackingConfiguration.Configure(builder);
        PlaybookConfiguration.Configure(builder, NullFilter("Key", isNull: false));
        DeliveryConfiguration.Configure(builder, NullFilter("IdempotencyKey", isNull: false));
        QuestionConfiguration.Configure(builder, NullFilter("IdempotencyKey", isNull: false));
        DigestConfiguration.Configure(builder, NullFilter("DiscardedAt", isNull: true));
        AssetConfiguration.Configure(builder);
        CampaignConfiguration.Configure(builder);
        CampaignPlanConfiguration.Configure(builder);
        OfferConfiguration.Configure(builder);
        ReferralConfiguration.Configure(builder, column => NullFilter(column, isNull: false));
        OrderConfiguration.Configure(builder);
        ActivityConfiguration.Configure(builder, NullFilter("ExternalId", isNull: false), $"\"Kind\" >= {(short)ActivityKind.MemberCreated} AND {NullFilter("MemberId", isNull: false)}", NullFilter("ReplyToExternalId", isNull: false));
        RollupConfiguration.Configure(builder);
        EffectiveMessageConfiguration.Configure(builder);
        IdempotencyConfiguration.Configure(builder);
        StaffingConfiguration.Configure(builder);
        JoiningConfiguration.Configure(builder, NullFilter("Status", isNull: true).Replace("IS NULL", $"= {(int)JoinRequestStatus.Pending}", StringComparison.Ordinal));
        CallListConfiguration.Configure(builder, NullFilter("IdempotencyKey", isNull: false));
        WishConfiguration.Configure(builder, NullFilter("IdempotencyKey", isNull: false));
        FeedbackConfiguration.Configure(builder, NullFilter("IdempotencyKey", isNull: false));
        SurveyConfiguration.Configure(builder, NullFilter("IdempotencyKey", isNull: false));
        PointConfiguration.Configure(builder, column => NullFilter(column, isNull: false));
        IncentiveConfiguration.Configure(builder, column => NullFilter(column, isNull: false));
        SalesConfiguration.Configure(builder, column => NullFilter(column, isNull: false));
        TransferConfiguration.Configure(builder);
        PlatformConfiguration.Configure(builder);
        AlertConfiguration.Configure(builder, (column, isNull) => NullFilter(column, isNull));
        BanConfiguration.Configure(builder);
        ModerationConfiguration.Configure(builder, NullFilter("Until", isNull: true));
        AuditConfiguration.Configure(builder);
        WebhookConfiguration.Configure(builder, column => NullFilter(column, isNull: false));
        EntityConfiguration.Configure(builder, OrdinalCollation);
        if (FiltersRows)
        {
            RowAccess.Configure(builder, this);
        }
        else if (MasksPersonal)
        {
            RowAccess.ConfigurePersonal(builder, this);
        }
    }
}
