namespace PairSettle.Exi.Generator.Tests.Samples;

internal enum Color
{
    Red,

    [ExiEnumValue("bright green")]
    Green,
    Blue,
}
