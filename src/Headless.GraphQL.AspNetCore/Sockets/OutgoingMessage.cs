using System.Buffers;
using Headless.GraphQL.Execution;

namespace Headless.GraphQL.AspNetCore.Sockets;

/// <summary>A message that waits to be sent: finished bytes, or what an operation has to say.</summary>
internal readonly record struct OutgoingMessage(byte[]? Bytes, SocketOperation? Operation, OperationMessageType Type, OperationResult? Result)
{
    public static OutgoingMessage Of(byte[] message) => new(message, null, default, null);

    public static OutgoingMessage Next(SocketOperation operation, OperationResult result) => new(null, operation, OperationMessageType.Next, result);

    public static OutgoingMessage Error(SocketOperation operation, OperationResult result) => new(null, operation, OperationMessageType.Error, result);

    public static OutgoingMessage Complete(SocketOperation operation) => new(null, operation, OperationMessageType.Complete, null);

    /// <summary>Writes the message; nothing when its operation has been completed by the client in the meantime.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        if (Bytes is not null)
        {
            output.Write(Bytes);
        }
        else if (Operation is { IsCompletedByClient: false })
        {
            switch (Type)
            {
                case OperationMessageType.Next:
                    ServerMessage.WriteNext(output, Operation.EncodedId, Result!.Payload.Span);
                    break;
                case OperationMessageType.Error:
                    ServerMessage.WriteError(output, Operation.EncodedId, Result!.Payload.Span);
                    break;
                default:
                    ServerMessage.WriteComplete(output, Operation.EncodedId);
                    break;
            }
        }
    }
}

internal enum OperationMessageType
{
    Next,
    Error,
    Complete,
}
