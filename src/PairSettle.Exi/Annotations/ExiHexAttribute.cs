namespace PairSettle.Exi;

/// <summary>
/// Marks <see cref="ExiBytes"/> as <c>xs:hexBinary</c>; without it they are <c>xs:base64Binary</c>. The two are the
/// same in EXI and differ in the XML form only.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiHexAttribute : Attribute;
