namespace Headless.Community;

/// <summary>
/// What the product says about platforms, part of the migrations: the same on every replica, there before the first request, and
/// replaced by an upgrade without touching the organisation's rows. Their keys are negative, because databases count theirs upwards
/// from 1 without regard to rows that a migration put in.
/// </summary>
internal static class ShippedRows
{
    private const string Seed = "The articles that this product is modelled on, 2020";
    private const string Reports = "Community reports, not the platform's own documentation";
    private const string Ours = "Ours, from how the platform's groups work";

    private static readonly DateOnly s_seedDay = new(2020, 12, 3);
    private static readonly DateOnly s_today = new(2026, 11, 22);

    /// <summary>The day on which the rows were written.</summary>
    private static readonly DateTime s_shippedAt = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<PlatformPolicy> Policies
    {
        get
        {
            var id = 0L;
            PlatformPolicy Row(Platform platform, PlatformPolicyKey key, int value, (int Year, int Month, int Day) from, DateOnly asOf, string source) => new()
            {
                Id = --id, Platform = platform, Key = key, Value = value,
                EffectiveFrom = new DateTime(from.Year, from.Month, from.Day, 0, 0, 0, DateTimeKind.Utc),
                AsOf = asOf, Source = source, Origin = PlatformRowOrigin.Shipped, CreatedAt = s_shippedAt, UpdatedAt = s_shippedAt, Version = 1,
            };

            yield return Row(Platform.Wechat, PlatformPolicyKey.GroupQrMaxMembers, 100, (2014, 1, 1), s_seedDay, Seed + "; a page of 2014 says the same");
            yield return Row(Platform.Wechat, PlatformPolicyKey.GroupQrMaxMembers, 200, (2023, 6, 1), new DateOnly(2026, 8, 1), Reports + ": notices in public repositories, 2023 to 2026");
            yield return Row(Platform.Wechat, PlatformPolicyKey.GroupQrValidDays, 7, (2014, 1, 1), s_today, Reports);
            yield return Row(Platform.Wechat, PlatformPolicyKey.GroupMaxMembers, 500, (2014, 1, 1), s_today, Reports);
            yield return Row(Platform.Wecom, PlatformPolicyKey.GroupMaxMembers, 500, (2020, 1, 1), s_today, Reports);
            yield return Row(Platform.Wecom, PlatformPolicyKey.MassSendPerMonth, 4, (2020, 1, 1), s_seedDay, Reports + ": client libraries of the time");
            yield return Row(Platform.Wecom, PlatformPolicyKey.MassSendPerMonth, 30, (2025, 11, 17), new DateOnly(2025, 11, 17), "The platform's page 92135: as many as the month has days, and adjustable; 30 stands for that");
            yield return Row(Platform.Qq, PlatformPolicyKey.GroupMaxMembers, 2_000, (2014, 1, 1), s_today, Reports + "; fewer for most owners");
            yield return Row(Platform.Dingtalk, PlatformPolicyKey.GroupMaxMembers, 1_000, (2019, 1, 1), s_today, Reports);
            yield return Row(Platform.Telegram, PlatformPolicyKey.GroupMaxMembers, 200_000, (2019, 1, 1), s_today, "The platform's questions and answers");
        }
    }

    public static IEnumerable<PlatformCapability> Capabilities
    {
        get
        {
            var id = 0L;
            IEnumerable<PlatformCapability> Rows(Platform platform, bool isAvailable, DateOnly asOf, string source, params PlatformCapabilityKind[] capabilities) =>
                capabilities.Select(capability => new PlatformCapability
                {
                    Id = --id, Platform = platform, Capability = capability, IsAvailable = isAvailable, AsOf = asOf, Source = source,
                    Origin = PlatformRowOrigin.Shipped, CreatedAt = s_shippedAt, UpdatedAt = s_shippedAt, Version = 1,
                }).ToList();

            return
            [
                .. Rows(
                    Platform.Qq, true, s_seedDay, Seed,
                    PlatformCapabilityKind.Mute, PlatformCapabilityKind.PasswordRedPacket, PlatformCapabilityKind.Board, PlatformCapabilityKind.CheckIn,
                    PlatformCapabilityKind.Poll, PlatformCapabilityKind.BulkJoin),
                .. Rows(Platform.Wechat, true, s_seedDay, Seed, PlatformCapabilityKind.OwnerAnnouncement),
                .. Rows(Platform.Wechat, false, s_seedDay, Seed, PlatformCapabilityKind.Mute, PlatformCapabilityKind.PrivateChat),
                .. Rows(Platform.Yy, true, s_seedDay, Seed, PlatformCapabilityKind.Voice, PlatformCapabilityKind.Live),
                .. Rows(
                    Platform.Dingtalk, true, s_seedDay, Seed,
                    PlatformCapabilityKind.ReadReceipt, PlatformCapabilityKind.NotifyPhone, PlatformCapabilityKind.NotifySms, PlatformCapabilityKind.NotifyInApp),
                .. Rows(Platform.Wechat, false, s_seedDay, Seed, PlatformCapabilityKind.ReadReceipt),
                .. Rows(Platform.Qq, false, s_seedDay, Seed, PlatformCapabilityKind.ReadReceipt),
                .. Rows(Platform.Wechat, true, s_today, Ours, PlatformCapabilityKind.Announcement, PlatformCapabilityKind.PinnedAnnouncement),
                .. Rows(Platform.Wecom, true, s_today, Ours, PlatformCapabilityKind.Announcement, PlatformCapabilityKind.PrivateChat),
                .. Rows(Platform.Qq, true, s_today, Ours, PlatformCapabilityKind.Announcement, PlatformCapabilityKind.PinnedAnnouncement, PlatformCapabilityKind.PrivateChat),
                .. Rows(Platform.Dingtalk, true, s_today, Ours, PlatformCapabilityKind.Announcement, PlatformCapabilityKind.PinnedAnnouncement),
                .. Rows(
                    Platform.Telegram, true, s_today, Ours,
                    PlatformCapabilityKind.Announcement, PlatformCapabilityKind.PinnedAnnouncement, PlatformCapabilityKind.Mute, PlatformCapabilityKind.Poll),
                .. Rows(
                    Platform.Discord, true, s_today, Ours,
                    PlatformCapabilityKind.Announcement, PlatformCapabilityKind.PinnedAnnouncement, PlatformCapabilityKind.Mute, PlatformCapabilityKind.Voice, PlatformCapabilityKind.Poll),
                .. Rows(Platform.Irc, true, s_today, Ours, PlatformCapabilityKind.Mute, PlatformCapabilityKind.PrivateChat),
                .. Rows(
                    Platform.Irc, false, s_today, Ours,
                    PlatformCapabilityKind.Announcement, PlatformCapabilityKind.PinnedAnnouncement, PlatformCapabilityKind.Poll, PlatformCapabilityKind.ReadReceipt, PlatformCapabilityKind.Voice),
            ];
        }
    }

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ShippedRowIsReadOnly"/>.</exception>
    public static void RequireOwn(PlatformRowOrigin origin)
    {
        if (origin == PlatformRowOrigin.Shipped)
        {
            throw new DomainException(
                DomainErrorCodes.ShippedRowIsReadOnly,
                "This row came with the product and stays: set one of your organisation's, which goes before it.");
        }
    }
}
