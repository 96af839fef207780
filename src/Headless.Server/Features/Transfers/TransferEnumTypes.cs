namespace Headless.Server.Features.Transfers;

/// <summary><c>enum JobStatus</c>.</summary>
public sealed class JobStatusEnumType : EnumType<JobStatus>
{
    protected override void Configure(IEnumTypeDescriptor<JobStatus> descriptor)
    {
        descriptor.Description("Where an import or an export stands: PENDING → RUNNING → COMPLETED or FAILED; CANCELLED until then.");
        descriptor.Value(JobStatus.Pending).Description("It waits for its turn, or for its file.");
        descriptor.Value(JobStatus.Running).Description("It is under way.");
        descriptor.Value(JobStatus.Completed).Description("It has come to its end. Rows of an import may have been rejected.");
        descriptor.Value(JobStatus.Failed).Description("It could not go on: failureCode says why. What an import had entered stands.");
        descriptor.Value(JobStatus.Cancelled).Description("Somebody called it off. What an import had entered stands.");
    }
}

/// <summary><c>enum TransferFormat</c>.</summary>
public sealed class TransferFormatEnumType : EnumType<TransferFormat>
{
    protected override void Configure(IEnumTypeDescriptor<TransferFormat> descriptor)
    {
        descriptor.Description("How a file of rows is written.");
        descriptor.Value(TransferFormat.Csv).Description("Comma-separated values (RFC 4180) with a header; what comes in may also be separated by semicolons, tabs or bars.");
        descriptor.Value(TransferFormat.Jsonl).Description("One JSON object to a line.");
    }
}

/// <summary><c>enum TextEncoding</c>.</summary>
public sealed class TextEncodingEnumType : EnumType<TextEncoding>
{
    protected override void Configure(IEnumTypeDescriptor<TextEncoding> descriptor)
    {
        descriptor.Description("How the text of a file is written as bytes.");
        descriptor.Value(TextEncoding.Utf8).Description("UTF-8, with a byte order mark or without.");
        descriptor.Value(TextEncoding.Gb18030).Description("GB 18030, with GBK and GB 2312: what Excel saves as CSV on a Chinese Windows.");
        descriptor.Value(TextEncoding.Utf16).Description("UTF-16 with a byte order mark.");
    }
}

/// <summary><c>enum ImportSubject</c>.</summary>
public sealed class ImportSubjectEnumType : EnumType<ImportSubject>
{
    protected override void Configure(IEnumTypeDescriptor<ImportSubject> descriptor)
    {
        descriptor.Description("What the rows of an import become. importColumns says what they may have.");
        descriptor.Value(ImportSubject.Members).Description("Members, by an account of theirs.");
        descriptor.Value(ImportSubject.MemberTags).Description("Tags on members.");
        descriptor.Value(ImportSubject.Orders).Description("Orders, by source and externalId.");
        descriptor.Value(ImportSubject.ContentItems).Description("Content items; one with the same title and text is there already.");
        descriptor.Value(ImportSubject.Costs).Description("Costs, by source and externalId.");
    }
}

/// <summary><c>enum ExportSubject</c>.</summary>
public sealed class ExportSubjectEnumType : EnumType<ExportSubject>
{
    protected override void Configure(IEnumTypeDescriptor<ExportSubject> descriptor)
    {
        descriptor.Description("The list that an export writes out. exportColumns says what it may have.");
        descriptor.Value(ExportSubject.Members).Description("Members.");
        descriptor.Value(ExportSubject.MemberTags).Description("Tags of members: a row for each tag of each member.");
        descriptor.Value(ExportSubject.Orders).Description("Orders.");
        descriptor.Value(ExportSubject.ContentItems).Description("Content items.");
        descriptor.Value(ExportSubject.Costs).Description("Costs.");
    }
}
