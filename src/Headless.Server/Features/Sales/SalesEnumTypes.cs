namespace Headless.Server.Features.Sales;

/// <summary><c>enum ConsultationOutcome</c>.</summary>
public sealed class ConsultationOutcomeEnumType : EnumType<ConsultationOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<ConsultationOutcome> descriptor)
    {
        descriptor.Description("What came of a consultation: OPEN → ORDERED or DECLINED.");
        descriptor.Value(ConsultationOutcome.Open).Description("Nothing yet.");
        descriptor.Value(ConsultationOutcome.Ordered).Description("The member bought.");
        descriptor.Value(ConsultationOutcome.Declined).Description("The member did not.");
    }
}

/// <summary><c>enum CostKind</c>.</summary>
public sealed class CostKindEnumType : EnumType<CostKind>
{
    protected override void Configure(IEnumTypeDescriptor<CostKind> descriptor)
    {
        descriptor.Description("What money was spent on.");
        descriptor.Value(CostKind.RedPacket).Description("Red packets.");
        descriptor.Value(CostKind.Gift).Description("Gifts.");
        descriptor.Value(CostKind.Ad).Description("Advertising.");
        descriptor.Value(CostKind.Discount).Description("What coupons and offers took off.");
        descriptor.Value(CostKind.Staff).Description("People who run the groups.");
        descriptor.Value(CostKind.Other).Description("Anything else.");
    }
}

/// <summary><c>enum AttributionModel</c>.</summary>
public sealed class AttributionModelEnumType : EnumType<AttributionModel>
{
    protected override void Configure(IEnumTypeDescriptor<AttributionModel> descriptor)
    {
        descriptor.Description("By what an order is put down to a group or campaign.");
        descriptor.Value(AttributionModel.Explicit).Description("The order says it.");
        descriptor.Value(AttributionModel.LastTouch).Description("The group in which the buyer last sent a message, or which they joined, within the window before they paid.");
        descriptor.Value(AttributionModel.JoinedGroup).Description("The group that the buyer last joined within the window before they paid.");
    }
}
