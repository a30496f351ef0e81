namespace PairSettle.Exi.Schema;

/// <summary>What an element declaration says of its content, be it global or local.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="IsNillable">Whether <c>xsi:nil</c> may say that the element has no content.</param>
internal readonly record struct ElementDeclaration(QName Name, TypeReference Type, bool IsNillable);
