namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>Two values: both codes of the one bit stand for one.</summary>
internal enum Switch
{
    Off,
    On,
}
