namespace PairSettle.Tool.Schemas.Import;

/// <summary>A file of C# to be written.</summary>
internal sealed record SourceFile(string Name, string Text);
