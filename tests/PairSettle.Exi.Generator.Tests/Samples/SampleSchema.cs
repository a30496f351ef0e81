using PairSettle.Exi;
using PairSettle.Exi.Generator.Tests.Samples;

[assembly: ExiNamespace(SampleSchema.Namespace, Prefix = "s", AttributesQualified = true)]

namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>A small schema that has one of everything.</summary>
[ExiSchema(Namespace)]
internal static partial class SampleSchema
{
    public const string Namespace = "urn:sample";
}
