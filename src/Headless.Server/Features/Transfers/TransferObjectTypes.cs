using Headless.Server.Access;

namespace Headless.Server.Features.Transfers;

/// <summary><c>type ImportJob</c>.</summary>
public sealed class ImportJobObjectType : ObjectType<ImportJob>
{
    protected override void Configure(IObjectTypeDescriptor<ImportJob> descriptor)
    {
        descriptor.Description("A file of rows that is entered behind the request, as mutations would enter each row. Whoever asked for it sees it, and LEAD.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(j => j.Id).ResolveNodeWith<ImportJobNode>(n => ImportJobNode.GetImportJobAsync(default, default!, default!, default));
        descriptor.Field(j => j.Id).Description("The global id, stable for the life of the job: use it as cache key.");
        descriptor.Field(j => j.Subject).Description("What its rows become.");
        descriptor.Field(j => j.Format).Description("How its file is written.");
        descriptor.Field(j => j.Status).Description("Where it stands.");
        descriptor.Field(j => j.IsDryRun).Description("Whether everything is tried and nothing is kept.");
        descriptor.Field(j => j.FileName).Description("What its file is called.");
        descriptor.Field(j => j.Encoding).Description("How the text of its file is written; null until the file has come, unless it was given.");
        descriptor.Field(j => j.Size).Description("How many bytes its file has, or was announced with.");
        descriptor.Field(j => j.Source).Description("The system that its rows come from: the namespace of their ids.");
        descriptor.Field(j => j.Platform).Description("The platform of rows that name none.");
        descriptor.Field(j => j.Currency).Description("The currency of rows that name none.");
        descriptor.Field(j => j.TimeZone).Description("The zone of times that do not say theirs.");
        descriptor.Field(j => j.UpdatesKnown).Description("MEMBERS: whether somebody who is known gets what the row says of them.");
        descriptor.Field(j => j.Rows).Description("How far it has come: rows that have been dealt with.");
        descriptor.Field(j => j.Created).Description("Rows that became something new; on a dry run, would become.");
        descriptor.Field(j => j.Updated).Description("Rows that changed what was known; on a dry run, would change.");
        descriptor.Field(j => j.Unchanged).Description("Rows that said what was known.");
        descriptor.Field(j => j.Rejected).Description("Rows that were refused: see rejections.");
        descriptor.Field(j => j.StartedAt).Description("When it began.");
        descriptor.Field(j => j.FinishedAt).Description("When it came to its end, whichever.");
        descriptor.Field(j => j.FailureCode).Description("FAILED: a stable name of the reason.");
        descriptor.Field(j => j.FailureMessage).Description("FAILED: what went wrong and what to do about it, for a person.");
        descriptor.Field(j => j.UploadUntil).Description("Until when its file can come; null where it has, or came with the request.");
        descriptor.Field(j => j.KeptUntil).Description("Until when its file and the rejected rows are kept; null before and afterwards.");
        descriptor.Field(j => j.WithdrawnAt).Description("When its file and the rejected rows were withdrawn before the time: a member was erased of whom they may have spoken. Null: they were not.");
        descriptor.Field(j => j.CreatedAt).Description("When it was asked for.");
        descriptor.Field(j => j.UpdatedAt).Description("When it last changed.");
        descriptor.Field(j => j.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type ImportRejection</c>.</summary>
public sealed class ImportRejectionObjectType : ObjectType<ImportRejection>
{
    protected override void Configure(IObjectTypeDescriptor<ImportRejection> descriptor)
    {
        descriptor.Description("A row of an import that changed nothing.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Row).Description("Its place among the rows of the file, from 1; the header does not count.");
        descriptor.Field(r => r.Field).Description("The column at fault; null where it is the row as a whole.");
        descriptor.Field(r => r.Code).Description("A stable name of what is wrong.");
        descriptor.Field(r => r.Message).Description("What is wrong and what to do about it, for a person.");
    }
}

/// <summary><c>type ExportJob</c>.</summary>
public sealed class ExportJobObjectType : ObjectType<ExportJob>
{
    protected override void Configure(IObjectTypeDescriptor<ExportJob> descriptor)
    {
        descriptor.Description("A list that is written to a file behind the request, as the API answers it to whoever asked. They see it, and LEAD.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(j => j.Id).ResolveNodeWith<ExportJobNode>(n => ExportJobNode.GetExportJobAsync(default, default!, default!, default));
        descriptor.Field(j => j.Id).Description("The global id, stable for the life of the job: use it as cache key.");
        descriptor.Field(j => j.Subject).Description("The list.");
        descriptor.Field(j => j.Format).Description("How its file is written.");
        descriptor.Field(j => j.Status).Description("Where it stands.");
        descriptor.Field(j => j.Columns).Description("The columns of its file, in their order.");
        descriptor.Field(j => j.IsPersonal).Description("Whether a column says something that needs READ_PERSONAL_DATA.");
        descriptor.Field(j => j.Filter).Authorize(Policies.ReadPersonalData).Description("What is written out, as a GraphQL literal; null: everything that may be seen, or what it was has been removed with a member whom it named. It may name a person: needs READ_PERSONAL_DATA.");
        descriptor.Field(j => j.Rows).Description("How many rows have been written.");
        descriptor.Field(j => j.Size).Description("How many bytes its file has.");
        descriptor.Field(j => j.StartedAt).Description("When it began.");
        descriptor.Field(j => j.FinishedAt).Description("When it came to its end, whichever.");
        descriptor.Field(j => j.FailureCode).Description("FAILED: a stable name of the reason.");
        descriptor.Field(j => j.FailureMessage).Description("FAILED: what went wrong and what to do about it, for a person.");
        descriptor.Field(j => j.KeptUntil).Description("Until when its file is kept; null before and afterwards.");
        descriptor.Field(j => j.WithdrawnAt).Description("When its file was withdrawn before the time: a member was erased of whom it may have spoken. Null: it was not.");
        descriptor.Field(j => j.CreatedAt).Description("When it was asked for.");
        descriptor.Field(j => j.UpdatedAt).Description("When it last changed.");
        descriptor.Field(j => j.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}
