namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>One value takes no bits.</summary>
internal enum Only
{
    One,
}
