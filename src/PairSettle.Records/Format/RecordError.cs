namespace PairSettle.Records.Format;

/// <summary>Why bytes were refused, and at which field.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Path">The field, as a dotted path; never a value.</param>
public readonly record struct RecordError(RecordFault Fault, string Path)
{
    /// <summary>The documented code, such as <c>REC2001</c>.</summary>
    public string Code => $"REC{(int)Fault}";

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Fault} at {Path}";
}
