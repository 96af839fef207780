using System.Buffers;

namespace Headless.GraphQL.Types;

/// <summary>Implemented by a scalar for the CLR types that it writes without boxing.</summary>
internal interface IValueWriter<in T>
{
    /// <summary>As <see cref="ScalarType.WriteResult"/>.</summary>
    void Write(T value, IBufferWriter<byte> output);
}
