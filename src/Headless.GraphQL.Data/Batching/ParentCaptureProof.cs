using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Batching;

/// <summary>
/// Proves from its IL that a resolver method does nothing with its parent but capture it for the query that it returns: then the query of
/// one parent stands for those of all, and the method need not be called for each. A method that branches, reads a member of the parent
/// before the query runs, or hands it to another method is not proven, and is called for every parent.
/// </summary>
internal static class ParentCaptureProof
{
    private static readonly ConcurrentDictionary<MethodInfo, bool> Proofs = new();
    private static readonly Dictionary<int, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value & 0xFFFF);

    public static bool Holds(MemberInfo? member) => member is MethodInfo method && Proofs.GetOrAdd(method, Prove);

    private static bool Prove(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var parent = Array.FindIndex(parameters, p => p.IsDefined(typeof(ParentAttribute)));
        if (parent < 0 || parameters.Any(p => p.ParameterType == typeof(IResolverContext) || p.ParameterType.IsByRef)
            || method.IsDefined(typeof(StateMachineAttribute)) || method.GetMethodBody()?.GetILAsByteArray() is not { } il)
        {
            return false;
        }

        try
        {
            return CapturesOnly(method, il, method.IsStatic ? parent : parent + 1);
        }
        catch (Exception exception) when (exception is ArgumentException or BadImageFormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    private static bool CapturesOnly(MethodInfo method, byte[] il, int parentArgument)
    {
        var captures = new HashSet<FieldInfo>();
        var reads = new List<FieldInfo>();
        var isParentLoaded = false;
        for (var position = 0; position < il.Length;)
        {
            var instruction = Instructions[il[position] == 0xFE ? 0xFE00 | il[position + 1] : il[position]];
            position += instruction.Size;
            var operand = position;
            position += OperandSize(instruction, il, operand);
            if (isParentLoaded)
            {
                if (instruction != OpCodes.Stfld || Field(method, il, operand) is not { DeclaringType: { IsClass: true } holder } capture
                    || !holder.IsDefined(typeof(CompilerGeneratedAttribute)))
                {
                    return false;
                }

                captures.Add(capture);
                isParentLoaded = false;
                continue;
            }

            if (instruction.FlowControl == FlowControl.Cond_Branch || instruction == OpCodes.Ldftn || instruction == OpCodes.Ldvirtftn)
            {
                return false;
            }

            if ((instruction == OpCodes.Call || instruction == OpCodes.Callvirt) && IsCompilerGenerated(Method(method, il, operand)))
            {
                return false;
            }

            if (ArgumentOf(instruction, il, operand) is { } argument && argument == parentArgument)
            {
                if (!instruction.Name!.StartsWith("ldarg", StringComparison.Ordinal) || instruction.Name.StartsWith("ldarga", StringComparison.Ordinal))
                {
                    return false;
                }

                isParentLoaded = true;
            }
            else if (instruction == OpCodes.Ldfld || instruction == OpCodes.Ldflda)
            {
                reads.Add(Field(method, il, operand));
            }
        }

        return captures.Count > 0 && !reads.Exists(r => captures.Any(c => c.MetadataToken == r.MetadataToken && c.Module == r.Module));
    }

    /// <summary>A local function or lambda, which sees what is captured.</summary>
    private static bool IsCompilerGenerated(MethodBase method)
        => method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.Name.StartsWith('<')
            || (method.DeclaringType?.IsDefined(typeof(CompilerGeneratedAttribute)) ?? false);

    private static MethodBase Method(MethodInfo method, byte[] il, int operand)
        => method.Module.ResolveMethod(
            BitConverter.ToInt32(il, operand), method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null)!;

    private static FieldInfo Field(MethodInfo method, byte[] il, int operand)
        => method.Module.ResolveField(
            BitConverter.ToInt32(il, operand), method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null)!;

    private static int? ArgumentOf(OpCode instruction, byte[] il, int operand) => instruction.Name switch
    {
        "ldarg.0" => 0,
        "ldarg.1" => 1,
        "ldarg.2" => 2,
        "ldarg.3" => 3,
        "ldarg.s" or "ldarga.s" or "starg.s" => il[operand],
        "ldarg" or "ldarga" or "starg" => BitConverter.ToUInt16(il, operand),
        _ => null,
    };

    private static int OperandSize(OpCode instruction, byte[] il, int operand) => instruction.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, operand)),
        _ => 4,
    };
}
