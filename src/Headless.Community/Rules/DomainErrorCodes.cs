namespace Headless.Community;

/// <summary>The codes of <see cref="DomainException"/>. A code is never renamed.</summary>
public static class DomainErrorCodes
{
    public const string InvalidTransition = "INVALID_TRANSITION";
    public const string InvalidInterval = "INVALID_INTERVAL";
    public const string FlashGroupNeedsClosesAt = "FLASH_GROUP_NEEDS_CLOSES_AT";
    public const string PhaseUnchanged = "PHASE_UNCHANGED";
    public const string AlreadyAssigned = "ALREADY_ASSIGNED";
    public const string TooManyAdmins = "TOO_MANY_ADMINS";
    public const string NotAssigned = "NOT_ASSIGNED";
    public const string OperatorInactive = "OPERATOR_INACTIVE";
    public const string ApiKeyRevoked = "API_KEY_REVOKED";
    public const string ApiKeyExpired = "API_KEY_EXPIRED";
    public const string AlreadyBlacklisted = "ALREADY_BLACKLISTED";
    public const string NotBlacklisted = "NOT_BLACKLISTED";
    public const string ExclusiveTagConflict = "EXCLUSIVE_TAG_CONFLICT";
    public const string MembershipEnded = "MEMBERSHIP_ENDED";
    public const string LeaveBeforeJoin = "LEAVE_BEFORE_JOIN";
    public const string ControllingOperatorRequired = "CONTROLLING_OPERATOR_REQUIRED";
    public const string RepostNeedsOriginAndPermission = "REPOST_NEEDS_ORIGIN_AND_PERMISSION";
    public const string ReviewerIsAuthor = "REVIEWER_IS_AUTHOR";
    public const string ContentStageIncomplete = "CONTENT_STAGE_INCOMPLETE";
    public const string ContentNotPublished = "CONTENT_NOT_PUBLISHED";
    public const string MailingCancelled = "MAILING_CANCELLED";
    public const string MailingOfOthers = "MAILING_OF_OTHERS";
    public const string MailingTooLarge = "MAILING_TOO_LARGE";
    public const string MailingEmpty = "MAILING_EMPTY";
    public const string QuestionClosed = "QUESTION_CLOSED";
    public const string TooManyAnswers = "TOO_MANY_ANSWERS";
    public const string AnsweredBeforeAsked = "ANSWERED_BEFORE_ASKED";
    public const string DigestNotDraft = "DIGEST_NOT_DRAFT";
    public const string DigestEmpty = "DIGEST_EMPTY";
    public const string DigestDeliveredBeforeDraft = "DIGEST_DELIVERED_BEFORE_DRAFT";
    public const string PlaybookHasNoSteps = "PLAYBOOK_HAS_NO_STEPS";
    public const string PlaybookNotActive = "PLAYBOOK_NOT_ACTIVE";
    public const string PlaybookNotDraft = "PLAYBOOK_NOT_DRAFT";
    public const string PlaybookStopDoesNotFit = "PLAYBOOK_STOP_DOES_NOT_FIT";
    public const string PlaybookTargetMismatch = "PLAYBOOK_TARGET_MISMATCH";
    public const string PlaybookNothingToDo = "PLAYBOOK_NOTHING_TO_DO";
    public const string PlaybookTaskIsAutomatic = "PLAYBOOK_TASK_IS_AUTOMATIC";
    public const string PlaybookNeedsFullSight = "PLAYBOOK_NEEDS_FULL_SIGHT";
    public const string InviteeRequired = "INVITEE_REQUIRED";
    public const string DueInPast = "DUE_IN_PAST";
    public const string WeakKeyword = "WEAK_KEYWORD";
    public const string AssetTooLarge = "ASSET_TOO_LARGE";
    public const string AssetEmpty = "ASSET_EMPTY";
    public const string AssetIncomplete = "ASSET_INCOMPLETE";
    public const string AssetTypeNotAllowed = "ASSET_TYPE_NOT_ALLOWED";
    public const string AssetTypeMismatch = "ASSET_TYPE_MISMATCH";
    public const string ImageUnreadable = "IMAGE_UNREADABLE";
    public const string AssetDamaged = "ASSET_DAMAGED";
    public const string AssetNotReady = "ASSET_NOT_READY";
    public const string AssetInUse = "ASSET_IN_USE";

    // Imports and exports.
    public const string ImportNotTried = "IMPORT_NOT_TRIED";
    public const string ImportFileGone = "IMPORT_FILE_GONE";
    public const string ImportFileReceived = "IMPORT_FILE_RECEIVED";
    public const string ImportEncodingUnknown = "IMPORT_ENCODING_UNKNOWN";
    public const string ImportFileBinary = "IMPORT_FILE_BINARY";
    public const string TooManyJobs = "TOO_MANY_JOBS";

    // Campaigns: plans, launches, offers.
    public const string InvalidRecurrence = "INVALID_RECURRENCE";
    public const string CampaignUnderWay = "CAMPAIGN_UNDER_WAY";
    public const string LaunchNotChecked = "LAUNCH_NOT_CHECKED";
    public const string PriceNotBelowSite = "PRICE_NOT_BELOW_SITE";
    public const string PriceAboveList = "PRICE_ABOVE_LIST";
    public const string TooManyOfferItems = "TOO_MANY_OFFER_ITEMS";
    public const string OutOfStock = "OUT_OF_STOCK";
    public const string StockNotCounted = "STOCK_NOT_COUNTED";
    public const string AlreadyDone = "ALREADY_DONE";
    public const string VariantsInUse = "VARIANTS_IN_USE";
    public const string NoVariants = "NO_VARIANTS";
    public const string InvalidReferralProgram = "INVALID_REFERRAL_PROGRAM";
    public const string InvalidReferralTier = "INVALID_REFERRAL_TIER";
    public const string ReferralProgramNotOpen = "REFERRAL_PROGRAM_NOT_OPEN";
    public const string InvitationNotOpen = "INVITATION_NOT_OPEN";
    public const string NotEligibleToInvite = "NOT_ELIGIBLE_TO_INVITE";
    public const string AlreadyReferred = "ALREADY_REFERRED";
    public const string CannotBeReferred = "CANNOT_BE_REFERRED";
    public const string ReferralTierNotReached = "REFERRAL_TIER_NOT_REACHED";
    public const string ReferralPromptRefused = "REFERRAL_PROMPT_REFUSED";

    public const string CampaignWindowRequired = "CAMPAIGN_WINDOW_REQUIRED";
    public const string CampaignStartsInPast = "CAMPAIGN_STARTS_IN_PAST";
    public const string InvalidAmount = "INVALID_AMOUNT";
    public const string InvalidCurrency = "INVALID_CURRENCY";
    public const string InvalidClassRules = "INVALID_CLASS_RULES";
    public const string EffectiveRuleCounting = "EFFECTIVE_RULE_COUNTING";
    public const string EffectiveRuleUnchanged = "EFFECTIVE_RULE_UNCHANGED";
    public const string InvalidAlertRule = "INVALID_ALERT_RULE";

    // Groups
    public const string PositioningIncomplete = "POSITIONING_INCOMPLETE";
    public const string GroupArchived = "GROUP_ARCHIVED";
    public const string GroupNotActive = "GROUP_NOT_ACTIVE";
    public const string AnnouncementInPast = "ANNOUNCEMENT_IN_PAST";
    public const string AnnouncementRetracted = "ANNOUNCEMENT_RETRACTED";
    public const string CountdownNeedsTarget = "COUNTDOWN_NEEDS_TARGET";
    public const string GroupNameTooLong = "GROUP_NAME_TOO_LONG";

    // Staff, coming in and leaving.
    public const string SameOperator = "SAME_OPERATOR";
    public const string OperatorRoleUnfit = "OPERATOR_ROLE_UNFIT";
    public const string MembershipLasts = "MEMBERSHIP_LASTS";
    public const string NotAnAccountOfStaff = "NOT_AN_ACCOUNT_OF_STAFF";
    public const string NotEligible = "NOT_ELIGIBLE";
    public const string TooManyRoutingRules = "TOO_MANY_ROUTING_RULES";
    // Call lists, wishes, feedback, surveys, points.
    public const string CallListClosed = "CALL_LIST_CLOSED";
    public const string CallListTooLarge = "CALL_LIST_TOO_LARGE";
    public const string CallRoundOver = "CALL_ROUND_OVER";
    public const string NoFurtherCall = "NO_FURTHER_CALL";
    public const string NobodyToCall = "NOBODY_TO_CALL";
    public const string NotInCharge = "NOT_IN_CHARGE";
    public const string TrackedPageRetired = "TRACKED_PAGE_RETIRED";
    public const string TooManyLinks = "TOO_MANY_LINKS";
    public const string PageCountsClicks = "PAGE_COUNTS_CLICKS";
    public const string TargetNotAllowed = "TARGET_NOT_ALLOWED";

    public const string WishClosed = "WISH_CLOSED";
    public const string SegmentNotReady = "SEGMENT_NOT_READY";
    public const string SurveyNotDraft = "SURVEY_NOT_DRAFT";
    public const string SurveyNotOpen = "SURVEY_NOT_OPEN";
    public const string SurveyIncomplete = "SURVEY_INCOMPLETE";
    public const string PointProgramRetired = "POINT_PROGRAM_RETIRED";
    public const string InsufficientPoints = "INSUFFICIENT_POINTS";
    public const string PointLimit = "POINT_LIMIT";
    public const string EntryNotReversible = "ENTRY_NOT_REVERSIBLE";
    public const string CheckInClosed = "CHECK_IN_CLOSED";
    public const string MakeUpNotAllowed = "MAKE_UP_NOT_ALLOWED";
    public const string NotInGroup = "NOT_IN_GROUP";
    public const string CurrencyMismatch = "CURRENCY_MISMATCH";
    public const string InvalidDiscount = "INVALID_DISCOUNT";
    public const string CouponTemplateClosed = "COUPON_TEMPLATE_CLOSED";
    public const string CouponsExhausted = "COUPONS_EXHAUSTED";
    public const string CouponLimitReached = "COUPON_LIMIT_REACHED";
    public const string CouponNotRedeemable = "COUPON_NOT_REDEEMABLE";
    public const string CouponDoesNotApply = "COUPON_DOES_NOT_APPLY";
    public const string BudgetExhausted = "BUDGET_EXHAUSTED";
    public const string BudgetClosed = "BUDGET_CLOSED";
    public const string BudgetOfOtherGroup = "BUDGET_OF_OTHER_GROUP";
    public const string ReasonNotAllowed = "REASON_NOT_ALLOWED";
    public const string AmountTooSmall = "AMOUNT_TOO_SMALL";
    public const string RedPacketEmpty = "RED_PACKET_EMPTY";
    public const string RedPacketOver = "RED_PACKET_OVER";
    public const string FloorAbovePrice = "FLOOR_ABOVE_PRICE";
    public const string RefundTooLarge = "REFUND_TOO_LARGE";
    public const string RefundBeforePayment = "REFUND_BEFORE_PAYMENT";
    // Segments and tag rules.
    public const string InvalidCondition = "INVALID_CONDITION";
    public const string SegmentCycle = "SEGMENT_CYCLE";
    public const string SegmentInUse = "SEGMENT_IN_USE";
    public const string TooManySegments = "TOO_MANY_SEGMENTS";
    public const string SegmentNeedsFullSight = "SEGMENT_NEEDS_FULL_SIGHT";
    public const string TagHasRule = "TAG_HAS_RULE";
    public const string SegmentFrozen = "SEGMENT_FROZEN";
    // Platforms
    public const string CapabilityNotAvailable = "CAPABILITY_NOT_AVAILABLE";
    public const string ShippedRowIsReadOnly = "SHIPPED_ROW_IS_READ_ONLY";
    // Members
    public const string AttributeOptionsMismatch = "ATTRIBUTE_OPTIONS_MISMATCH";
    public const string AttributeOptionInUse = "ATTRIBUTE_OPTION_IN_USE";
    public const string AttributeLimitsMismatch = "ATTRIBUTE_LIMITS_MISMATCH";
    public const string AttributeArchived = "ATTRIBUTE_ARCHIVED";
    public const string AttributeRequired = "ATTRIBUTE_REQUIRED";
    public const string AttributeTypeMismatch = "ATTRIBUTE_TYPE_MISMATCH";
    public const string AttributeOutOfRange = "ATTRIBUTE_OUT_OF_RANGE";
    public const string UnknownAttributeOption = "UNKNOWN_ATTRIBUTE_OPTION";
    public const string SameMember = "SAME_MEMBER";
    public const string MemberMerged = "MEMBER_MERGED";
    public const string MemberErased = "MEMBER_ERASED";
    public const string MergeBeyondAccess = "MERGE_BEYOND_ACCESS";
    public const string MergeUndone = "MERGE_UNDONE";
    public const string MergeFinal = "MERGE_FINAL";
    public const string WinnerMerged = "WINNER_MERGED";
    public const string TierUnchanged = "TIER_UNCHANGED";
    public const string TierRetired = "TIER_RETIRED";
    public const string TooManyAttributeDefinitions = "TOO_MANY_ATTRIBUTE_DEFINITIONS";
    // Moderation.
    public const string RuleSetIsEmpty = "RULE_SET_IS_EMPTY";
    public const string RuleSetVersionPublished = "RULE_SET_VERSION_PUBLISHED";
    public const string RuleSetNotAttached = "RULE_SET_NOT_ATTACHED";
    public const string RuleSetNotPublished = "RULE_SET_NOT_PUBLISHED";
    public const string TooManyWords = "TOO_MANY_WORDS";
    public const string DeciderOfAppeal = "DECIDER_OF_APPEAL";
    public const string NotAViolationOfMember = "NOT_A_VIOLATION_OF_MEMBER";
    public const string PolicyNeedsGroup = "POLICY_NEEDS_GROUP";
    public const string BanNeedsGroups = "BAN_NEEDS_GROUPS";
    public const string BanOfOtherGroups = "BAN_OF_OTHER_GROUPS";
}
