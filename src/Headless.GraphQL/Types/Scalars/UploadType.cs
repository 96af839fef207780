using System.Buffers;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>
/// The <c>Upload</c> scalar: a file of a multipart request (GraphQL multipart request specification). Its value is an <see cref="IFile"/> and comes
/// from the request's files alone: neither a literal nor JSON can express one, and no field answers one.
/// </summary>
public sealed class UploadType : ScalarType
{
    public UploadType()
        : base(BuiltInScalars.Names.Upload)
    {
        Description = "A file that comes with the request. Send the operation as multipart/form-data and null in its place.";
        SpecifiedByUrl = "https://github.com/jaydenseric/graphql-multipart-request-spec";
        RuntimeType = typeof(IFile);
    }

    public override object? CoerceLiteral(ValueNode literal) => throw NotAFile();

    public override object? CoerceVariable(JsonElement value) => throw NotAFile();

    public override void WriteResult(object value, IBufferWriter<byte> output) => throw new CoercionException("Upload cannot represent a result: it is for input only.");

    public override ValueNode ToLiteral(object value) => throw NotAFile();

    private static CoercionException NotAFile() => new("Upload cannot represent a value: send a multipart request with null in the file's place in the variables.");
}
