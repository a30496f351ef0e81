namespace PairSettle.Exi.Grammars;

/// <summary>A content model for which no grammar can be built.</summary>
internal sealed class SchemaException(string message) : Exception(message);
