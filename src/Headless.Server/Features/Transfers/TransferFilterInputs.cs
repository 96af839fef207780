namespace Headless.Server.Features.Transfers;

/// <summary><c>input ImportJobFilterInput</c>.</summary>
public sealed class ImportJobFilterInput : FilterInputType<ImportJob>
{
    protected override void Configure(IFilterInputTypeDescriptor<ImportJob> descriptor)
    {
        descriptor.Description("Conditions on imports; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(j => j.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(j => j.Subject).Description("What their rows become.");
        descriptor.Field(j => j.Status).Description("Where they stand.");
        descriptor.Field(j => j.FinishedAt).Description("When they came to their end.");
        descriptor.Field(j => j.CreatedAt).Description("When they were asked for.");
    }
}

/// <summary><c>input ImportJobSortInput</c>.</summary>
public sealed class ImportJobSortInput : SortInputType<ImportJob>
{
    protected override void Configure(ISortInputTypeDescriptor<ImportJob> descriptor)
    {
        descriptor.Description("The order of imports. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(j => j.CreatedAt).Description("By the time when they were asked for.");
        descriptor.Field(j => j.FinishedAt).Description("By the time when they came to their end.");
    }
}

/// <summary><c>input ExportJobFilterInput</c>.</summary>
public sealed class ExportJobFilterInput : FilterInputType<ExportJob>
{
    protected override void Configure(IFilterInputTypeDescriptor<ExportJob> descriptor)
    {
        descriptor.Description("Conditions on exports; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(j => j.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(j => j.Subject).Description("The lists.");
        descriptor.Field(j => j.Status).Description("Where they stand.");
        descriptor.Field(j => j.FinishedAt).Description("When they came to their end.");
        descriptor.Field(j => j.CreatedAt).Description("When they were asked for.");
    }
}

/// <summary><c>input ExportJobSortInput</c>.</summary>
public sealed class ExportJobSortInput : SortInputType<ExportJob>
{
    protected override void Configure(ISortInputTypeDescriptor<ExportJob> descriptor)
    {
        descriptor.Description("The order of exports. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(j => j.CreatedAt).Description("By the time when they were asked for.");
        descriptor.Field(j => j.FinishedAt).Description("By the time when they came to their end.");
    }
}
