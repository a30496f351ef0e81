namespace PairSettle.Exi.Interpreter;

/// <summary>Carries a fault from the bits to the reader or the writer, which knows the elements around it.</summary>
internal sealed class ExiFaultException(ExiFault fault, long bitOffset) : Exception(fault.ToString())
{
    public ExiFault Fault { get; } = fault;

    public long BitOffset { get; } = bitOffset;

    /// <summary>The documented error.</summary>
    /// <param name="path">The names of the elements around it.</param>
    public ExiXmlException WithPath(string path) => new(new ExiError(Fault, (int)Math.Min(BitOffset, int.MaxValue), path));
}
