namespace Headless.Server.Features.Campaigns;

/// <summary><c>type Campaign</c>.</summary>
public sealed class CampaignObjectType : ObjectType<Campaign>
{
    protected override void Configure(IObjectTypeDescriptor<Campaign> descriptor)
    {
        descriptor.Description("Something that is done in groups to reach a goal, within a window of time.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(c => c.Id).ResolveNodeWith<CampaignNode>(n => CampaignNode.GetCampaignAsync(default, default!, default));
        descriptor.Field(c => c.Id).Description("The global id, stable for the life of the campaign: use it as cache key.");
        descriptor.Field(c => c.Name).Description("The name.");
        descriptor.Field(c => c.Goal).Description("What it is to achieve.");
        descriptor.Field(c => c.Kind).Description("Its form.");
        descriptor.Field(c => c.Status).Description("Where it stands.");
        descriptor.Field(c => c.StartsAt).Description("When it starts or started.");
        descriptor.Field(c => c.EndsAt).Description("When it ends or ended; this moment is no longer part of it.");
        descriptor.Field(c => c.PreheatsAt).Description("When it becomes PREHEATING by itself; null: when somebody says so.");
        descriptor.Field(c => c.TimeZone).Description("The IANA time zone in which its schedule is meant, such as Asia/Shanghai.");
        descriptor.Field(c => c.Hook).Description("What makes people come.");
        descriptor.Field(c => c.CancelReason).Description("Why it was cancelled.");
        descriptor.Field(c => c.Review).Description("复盘: the conclusion, or all of it where it was written in one piece; in parts: reviewParts.");
        descriptor.Field(c => c.CreatedAt).Description("When it was entered here.");
        descriptor.Field(c => c.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(c => c.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}
