using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>The query filters of contexts that serve one operator.</summary>
/// <remarks>
/// EF applies the filter of an entity wherever a query reaches it: lists, navigations, counts, aggregates, conditions. Every
/// filter ends at <see cref="VisibleGroup"/>, which has none itself, so filters cannot become circular.
/// </remarks>
internal static class RowAccess
{
    public static void Configure(ModelBuilder builder, CommunityDbContext context)
    {
        // The assignments a second time, as a view without a filter: a filter on assignments could not read them otherwise.
        builder.Entity<VisibleGroup>().HasNoKey().ToView("GroupAssignments");

        FilterByGroup<Group>(builder, context, nameof(Group.Id));
        FilterByGroup<GroupAssignment>(builder, context, nameof(GroupAssignment.GroupId));
        FilterByGroup<GroupPhaseChange>(builder, context, nameof(GroupPhaseChange.GroupId));
        FilterByGroup<WelcomeMessage>(builder, context, nameof(WelcomeMessage.GroupId));
        FilterByGroup<Announcement>(builder, context, nameof(Announcement.GroupId));
        FilterByGroup<Membership>(builder, context, nameof(Membership.GroupId));
        FilterByGroup<CampaignGroup>(builder, context, nameof(CampaignGroup.GroupId));
        FilterByGroup<ContentUse>(builder, context, nameof(ContentUse.GroupId));
        FilterByGroup<Order>(builder, context, nameof(Order.GroupId));
        FilterByGroup<Activity>(builder, context, nameof(Activity.GroupId));

        // Staff, coming in and leaving.
        FilterByGroup<GroupHandover>(builder, context, nameof(GroupHandover.GroupId));
        FilterByGroup<AccountControl>(builder, context, nameof(AccountControl.GroupId));
        builder.Entity<EntryPointTarget>().HasQueryFilter(target => target.GroupId == null
            ? context.Identities.Any(identity => identity.Id == target.IdentityId)
            : context.Set<VisibleGroup>().Any(visible =>
                visible.GroupId == target.GroupId
                && visible.OperatorId == context.VisibleToOperatorId
                && visible.Since <= context.Now
                && (visible.Until == null || visible.Until > context.Now)));
        FilterByGroup<JoinPath>(builder, context, nameof(JoinPath.GroupId));
        FilterByGroup<EntryDay>(builder, context, nameof(EntryDay.GroupId));
        FilterByGroup<JoinTerms>(builder, context, nameof(JoinTerms.GroupId));
        FilterByGroup<JoinRequest>(builder, context, nameof(JoinRequest.GroupId));

        // Through sets, whose filters above apply.
        // Through sets, whose filters above apply. A record that was merged is seen by who sees the one that it became.
        builder.Entity<Member>().HasQueryFilter(member =>
            context.Memberships.Any(membership => membership.MemberId == member.Id)
            || (member.MergedIntoId != null && context.Memberships.Any(membership => membership.MemberId == member.MergedIntoId)));
        builder.Entity<Identity>().HasQueryFilter(identity =>
            context.Memberships.Any(membership => membership.MemberId == identity.MemberId));
        builder.Entity<MemberTag>().HasQueryFilter(memberTag =>
            context.Memberships.Any(membership => membership.MemberId == memberTag.MemberId));
        builder.Entity<ItemTag>().HasQueryFilter(item =>
            (item.GroupId == null || context.Groups.Any(group => group.Id == item.GroupId))
            && (item.MembershipId == null || context.Memberships.Any(membership => membership.Id == item.MembershipId)));
        builder.Entity<SegmentMember>().HasQueryFilter(stay =>
            context.Memberships.Any(membership => membership.MemberId == stay.MemberId));
        builder.Entity<SegmentOverride>().HasQueryFilter(decision =>
            context.Memberships.Any(membership => membership.MemberId == decision.MemberId));
        builder.Entity<Campaign>().HasQueryFilter(campaign =>
            context.CampaignGroups.Any(campaignGroup => campaignGroup.CampaignId == campaign.Id));

        // What hangs on a campaign.
        builder.Entity<CampaignPlan>().HasQueryFilter(plan => context.Campaigns.Any(campaign => campaign.Id == plan.CampaignId));
        builder.Entity<CampaignStep>().HasQueryFilter(step => context.CampaignPlans.Any(plan => plan.Id == step.CampaignPlanId));
        builder.Entity<CampaignOccurrence>().HasQueryFilter(occurrence => context.Campaigns.Any(campaign => campaign.Id == occurrence.CampaignId));
        builder.Entity<CampaignTask>().HasQueryFilter(task => context.Campaigns.Any(campaign => campaign.Id == task.CampaignId));
        builder.Entity<LaunchCheck>().HasQueryFilter(check => context.Campaigns.Any(campaign => campaign.Id == check.CampaignId));
        builder.Entity<CampaignVariant>().HasQueryFilter(variant => context.Campaigns.Any(campaign => campaign.Id == variant.CampaignId));
        builder.Entity<VariantAssignment>().HasQueryFilter(assignment => context.Memberships.Any(membership => membership.MemberId == assignment.MemberId));
        builder.Entity<CampaignReview>().HasQueryFilter(review => context.Campaigns.Any(campaign => campaign.Id == review.CampaignId));
        builder.Entity<CampaignReviewAction>().HasQueryFilter(action => context.CampaignReviews.Any(review => review.Id == action.ReviewId));
        builder.Entity<Offer>().HasQueryFilter(offer => context.Campaigns.Any(campaign => campaign.Id == offer.CampaignId));
        builder.Entity<OfferItem>().HasQueryFilter(item => context.Offers.Any(offer => offer.Id == item.OfferId));
        builder.Entity<StockReservation>().HasQueryFilter(reservation => context.OfferItems.Any(item => item.Id == reservation.OfferItemId));

        // A programme is seen by whoever sees a group of it; an invitation by whoever sees the member; whom they brought, in the group that these joined.
        FilterByGroup<ReferralProgramGroup>(builder, context, nameof(ReferralProgramGroup.GroupId));
        builder.Entity<ReferralProgram>().HasQueryFilter(program => context.ReferralProgramGroups.Any(group => group.ProgramId == program.Id));
        builder.Entity<ReferralTier>().HasQueryFilter(tier => context.ReferralPrograms.Any(program => program.Id == tier.ProgramId));
        builder.Entity<ReferralInvitation>().HasQueryFilter(invitation => context.Memberships.Any(membership => membership.MemberId == invitation.MemberId));
        builder.Entity<Referral>().HasQueryFilter(referral => referral.GroupId == null
            ? context.Memberships.Any(membership => membership.MemberId == referral.InviterId)
            : context.Groups.Any(group => group.Id == referral.GroupId));
        builder.Entity<ReferralReward>().HasQueryFilter(reward => context.Memberships.Any(membership => membership.MemberId == reward.MemberId));
        builder.Entity<ReferralPrompt>().HasQueryFilter(prompt => context.Memberships.Any(membership => membership.MemberId == prompt.MemberId));
        builder.Entity<ReferralConsent>().HasQueryFilter(consent => context.Memberships.Any(membership => membership.MemberId == consent.MemberId));
        FilterByGroup<ContentReach>(builder, context, nameof(ContentReach.GroupId));

        // A page is everybody's to read, unless it is for one group; a link that is posted in a group belongs to it. Who visited is nobody's to read.
        builder.Entity<TrackedPage>().HasQueryFilter(page => page.GroupId == null || context.Groups.Any(group => group.Id == page.GroupId));
        builder.Entity<TrackedLink>().HasQueryFilter(link =>
            context.TrackedPages.Any(page => page.Id == link.PageId) && (link.GroupId == null || context.Groups.Any(group => group.Id == link.GroupId)));
        builder.Entity<PageDay>().HasQueryFilter(day =>
            context.TrackedPages.Any(page => page.Id == day.PageId) && (day.LinkId == 0 || context.TrackedLinks.Any(link => link.Id == day.LinkId)));
        builder.Entity<PageVisitor>().HasQueryFilter(visitor => false);
        builder.Entity<VisitorSalt>().HasQueryFilter(salt => false);

        // Playbooks are everybody's to read; what they plan belongs to its group.
        FilterByGroup<PlaybookGroup>(builder, context, nameof(PlaybookGroup.GroupId));
        FilterByGroup<PlaybookRun>(builder, context, nameof(PlaybookRun.GroupId));
        FilterByGroup<PlaybookTask>(builder, context, nameof(PlaybookTask.GroupId));

        // What was asked in a group belongs to it; otherwise it belongs to the member.
        builder.Entity<Question>().HasQueryFilter(question => question.GroupId == null
            ? context.Memberships.Any(membership => membership.MemberId == question.MemberId)
            : context.Groups.Any(group => group.Id == question.GroupId));
        builder.Entity<Answer>().HasQueryFilter(answer => context.Questions.Any(question => question.Id == answer.QuestionId));

        FilterByGroup<Digest>(builder, context, nameof(Digest.GroupId));
        FilterByGroup<DigestSchedule>(builder, context, nameof(DigestSchedule.GroupId));
        builder.Entity<DigestItem>().HasQueryFilter(item => context.Digests.Any(digest => digest.Id == item.DigestId));

        // What goes into a group or was sent to somebody in it belongs to it; otherwise it belongs to the member.
        builder.Entity<Delivery>().HasQueryFilter(delivery => delivery.GroupId == null
            ? context.Memberships.Any(membership => membership.MemberId == delivery.MemberId)
            : context.Groups.Any(group => group.Id == delivery.GroupId));
        builder.Entity<Mailing>().HasQueryFilter(mailing =>
            mailing.RequestedById == context.VisibleToOperatorId || context.Deliveries.Any(delivery => delivery.MailingId == mailing.Id));

        builder.Entity<AnnouncementVersion>().HasQueryFilter(version =>
            context.Announcements.Any(announcement => announcement.Id == version.AnnouncementId));

        builder.Entity<EntryPoint>().HasQueryFilter(entryPoint =>
            context.EntryPointTargets.Any(target => target.EntryPointId == entryPoint.Id));
        // A caller sees the calls that are theirs to make, whoever the member is, and those that they shared out.
        builder.Entity<CallEntry>().HasQueryFilter(entry =>
            entry.OperatorId == context.VisibleToOperatorId || entry.AddedById == context.VisibleToOperatorId);
        builder.Entity<CallAttempt>().HasQueryFilter(attempt =>
            context.CallEntries.Any(entry => entry.Id == attempt.CallEntryId));
        builder.Entity<CallList>().HasQueryFilter(list =>
            list.CreatedById == context.VisibleToOperatorId || context.CallEntries.Any(entry => entry.CallListId == list.Id));
        builder.Entity<CallRule>().HasQueryFilter(rule => context.CallLists.Any(list => list.Id == rule.CallListId));

        // What came up in a group belongs to it; otherwise it belongs to the member.
        builder.Entity<Wish>().HasQueryFilter(wish => wish.GroupId == null
            ? context.Memberships.Any(membership => membership.MemberId == wish.MemberId)
            : context.Groups.Any(group => group.Id == wish.GroupId));
        builder.Entity<WishVote>().HasQueryFilter(vote => context.Wishes.Any(wish => wish.Id == vote.WishId));
        builder.Entity<Feedback>().HasQueryFilter(feedback => feedback.GroupId == null
            ? context.Memberships.Any(membership => membership.MemberId == feedback.MemberId)
            : context.Groups.Any(group => group.Id == feedback.GroupId));

        // A survey of the whole community is everybody's to read; the answers are those of one's own groups and members.
        builder.Entity<Survey>().HasQueryFilter(survey => survey.GroupId == null || context.Groups.Any(group => group.Id == survey.GroupId));
        builder.Entity<SurveyQuestion>().HasQueryFilter(question => context.Surveys.Any(survey => survey.Id == question.SurveyId));
        builder.Entity<SurveyOption>().HasQueryFilter(option => context.SurveyQuestions.Any(question => question.Id == option.QuestionId));
        builder.Entity<SurveyResponse>().HasQueryFilter(response => response.GroupId == null
            ? context.Memberships.Any(membership => membership.MemberId == response.MemberId)
            : context.Groups.Any(group => group.Id == response.GroupId));
        builder.Entity<SurveyAnswer>().HasQueryFilter(answer => context.SurveyResponses.Any(response => response.Id == answer.ResponseId));

        // Points belong to the member who has them; what they are given for is everybody's to read, unless it is for one group.
        FilterByGroup<EarningRuleGroup>(builder, context, nameof(EarningRuleGroup.GroupId));
        builder.Entity<PointBalance>().HasQueryFilter(balance => context.Memberships.Any(membership => membership.MemberId == balance.MemberId));
        builder.Entity<PointEntry>().HasQueryFilter(entry => context.Memberships.Any(membership => membership.MemberId == entry.MemberId));
        builder.Entity<CheckInProgram>().HasQueryFilter(program => program.GroupId == null || context.Groups.Any(group => group.Id == program.GroupId));
        builder.Entity<CheckInMilestone>().HasQueryFilter(milestone => context.CheckInPrograms.Any(program => program.Id == milestone.ProgramId));
        builder.Entity<CheckIn>().HasQueryFilter(checkIn => context.Memberships.Any(membership => membership.MemberId == checkIn.MemberId));
        builder.Entity<CheckInStanding>().HasQueryFilter(standing => context.Memberships.Any(membership => membership.MemberId == standing.MemberId));
        builder.Entity<Coupon>().HasQueryFilter(coupon => context.Memberships.Any(membership => membership.MemberId == coupon.MemberId));
        builder.Entity<IncentiveBudget>().HasQueryFilter(budget => budget.GroupId == null || context.Groups.Any(group => group.Id == budget.GroupId));
        FilterByGroup<RedPacketDrop>(builder, context, nameof(RedPacketDrop.GroupId));
        builder.Entity<RedPacketPart>().HasQueryFilter(part => context.RedPacketDrops.Any(drop => drop.Id == part.DropId));
        builder.Entity<Gift>().HasQueryFilter(gift => context.Memberships.Any(membership => membership.MemberId == gift.MemberId));
        builder.Entity<OrderItem>().HasQueryFilter(item => context.Orders.Any(order => order.Id == item.OrderId));
        builder.Entity<Refund>().HasQueryFilter(refund => context.Orders.Any(order => order.Id == refund.OrderId));
        builder.Entity<OrderAttribution>().HasQueryFilter(result => context.Orders.Any(order => order.Id == result.OrderId));
        builder.Entity<Consultation>().HasQueryFilter(consultation => consultation.GroupId == null
            ? context.Memberships.Any(membership => membership.MemberId == consultation.MemberId)
            : context.Groups.Any(group => group.Id == consultation.GroupId));
        builder.Entity<SalesTarget>().HasQueryFilter(target => target.GroupId == null || context.Groups.Any(group => group.Id == target.GroupId));
        FilterByGroup<CostEntry>(builder, context, nameof(CostEntry.GroupId));
        // Imports and exports are whoever's asked for them.
        builder.Entity<ImportJob>().HasQueryFilter(job => job.RequestedById == context.VisibleToOperatorId);
        builder.Entity<ImportRejection>().HasQueryFilter(row => context.ImportJobs.Any(job => job.Id == row.ImportJobId));
        builder.Entity<ExportJob>().HasQueryFilter(job => job.RequestedById == context.VisibleToOperatorId);
        builder.Entity<CheckInReward>().HasQueryFilter(reward => context.Memberships.Any(membership => membership.MemberId == reward.MemberId));
        // An alert belongs to its group's staff, to those of its campaign's groups and to the operator whom it concerns.
        builder.Entity<AlertRule>().HasQueryFilter(rule => rule.GroupId == null || context.Groups.Any(group => group.Id == rule.GroupId));
        builder.Entity<Alert>().HasQueryFilter(alert =>
            alert.OperatorId == context.VisibleToOperatorId
            || context.CampaignGroups.Any(campaignGroup => campaignGroup.CampaignId == alert.CampaignId)
            || context.Set<VisibleGroup>().Any(visible =>
                visible.GroupId == alert.GroupId
                && visible.OperatorId == context.VisibleToOperatorId
                && visible.Since <= context.Now
                && (visible.Until == null || visible.Until > context.Now)));
        // Members
        builder.Entity<MemberMerge>().HasQueryFilter(merge =>
            context.Memberships.Any(membership => membership.MemberId == merge.WinnerId)
            && (merge.UnmergedAt == null || context.Memberships.Any(membership => membership.MemberId == merge.LoserId)));
        builder.Entity<MemberMergeRow>().HasQueryFilter(row => false);
        builder.Entity<MemberMergeActivity>().HasQueryFilter(row => false);
        builder.Entity<MemberTierChange>().HasQueryFilter(change => context.Memberships.Any(membership => membership.MemberId == change.MemberId));
        builder.Entity<MemberClassChange>().HasQueryFilter(change => context.Memberships.Any(membership => membership.MemberId == change.MemberId));
        builder.Entity<ContactPreference>().HasQueryFilter(preference => context.Memberships.Any(membership => membership.MemberId == preference.MemberId));
        builder.Entity<MemberTouch>().HasQueryFilter(touch => context.Memberships.Any(membership => membership.MemberId == touch.MemberId));
        builder.Entity<MemberAttribute>().HasQueryFilter(attribute =>
            attribute.Definition.Privacy <= context.VisiblePrivacy
            && context.Memberships.Any(membership => membership.MemberId == attribute.MemberId));
        // Moderation: a ban of groups hangs on them; one of all groups on its member, or on nobody while only the account is known.
        FilterByGroup<BanGroup>(builder, context, nameof(BanGroup.GroupId));
        builder.Entity<Ban>().HasQueryFilter(ban =>
            (ban.IsForAllGroups && (ban.MemberId == null || context.Memberships.Any(membership => membership.MemberId == ban.MemberId)))
            || context.BanGroups.Any(group => group.BanId == ban.Id));

        FilterByGroup<RuleSetAttachment>(builder, context, nameof(RuleSetAttachment.GroupId));
        FilterByGroup<Violation>(builder, context, nameof(Violation.GroupId));
        FilterByGroup<Penalty>(builder, context, nameof(Penalty.GroupId));
        FilterByGroup<MessageTrail>(builder, context, nameof(MessageTrail.GroupId));
        builder.Entity<StrikePolicy>().HasQueryFilter(policy => policy.GroupId == null || context.Groups.Any(group => group.Id == policy.GroupId));
        builder.Entity<PenaltyStep>().HasQueryFilter(step => context.StrikePolicies.Any(policy => policy.Id == step.StrikePolicyId));

        builder.Entity<ApiKey>().HasQueryFilter(key => key.OperatorId == context.VisibleToOperatorId);
        // A webhook is its operator's.
        builder.Entity<Webhook>().HasQueryFilter(webhook => webhook.OperatorId == context.VisibleToOperatorId);
        builder.Entity<WebhookKind>().HasQueryFilter(kind => context.Webhooks.Any(webhook => webhook.Id == kind.WebhookId));
        FilterByGroup<WebhookGroup>(builder, context, nameof(WebhookGroup.GroupId));
        builder.Entity<WebhookDelivery>().HasQueryFilter(delivery => context.Webhooks.Any(webhook => webhook.Id == delivery.WebhookId));
        builder.Entity<WebhookAttempt>().HasQueryFilter(attempt => context.WebhookDeliveries.Any(delivery => delivery.Id == attempt.DeliveryId));
        builder.Entity<IdempotencyRecord>().HasQueryFilter(record => false);
        builder.Entity<MutationReceipt>().HasQueryFilter(receipt => false);

        // For LEAD alone, whose contexts have no filters.
        builder.Entity<AuditEntry>().HasQueryFilter(entry => false);
    }

    /// <summary>The filters of contexts that show every row to somebody who may not read personal data.</summary>
    public static void ConfigurePersonal(ModelBuilder builder, CommunityDbContext context) =>
        builder.Entity<MemberAttribute>().HasQueryFilter(attribute => attribute.Definition.Privacy <= context.VisiblePrivacy);

    /// <remarks>EF replaces every reference to the context by the one that runs the query, so its operator and time apply.</remarks>
    private static void FilterByGroup<T>(ModelBuilder builder, CommunityDbContext context, string groupId)
        where T : class =>
        builder.Entity<T>().HasQueryFilter(row => context.Set<VisibleGroup>().Any(visible =>
            visible.GroupId == EF.Property<long?>(row, groupId)
            && visible.OperatorId == context.VisibleToOperatorId
            && visible.Since <= context.Now
            && (visible.Until == null || visible.Until > context.Now)));
}
