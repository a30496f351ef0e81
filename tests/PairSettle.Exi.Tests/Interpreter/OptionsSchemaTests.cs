using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Options;
using PairSettle.Exi.Schema;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Exi.Tests.Interpreter;

public class OptionsSchemaTests
{
    /// <summary>The model that is written down has the grammars of the published schema, production by production.</summary>
    [CorpusFact("xsd/general/exificient/EXIOptionsHeader/EXIOptionsHeader.xsd")]
    public void Create_Grammars_AreThoseOfThePublishedSchema()
    {
        var published = XsdSchemaReader.Read(XsdFiles.Load(SharedData.PathOf("xsd/general/exificient/EXIOptionsHeader/EXIOptionsHeader.xsd")!));
        var written = OptionsSchema.Create();

        Assert.Equal(Describe(published), Describe(written));
        Assert.Equal(published.NamedTypes.Select(type => type.Name), written.NamedTypes.Select(type => type.Name).Order());
    }

    private static string Describe(SchemaModel model)
    {
        var index = new SchemaIndex(model);
        return string.Join('\n', Walk(Assert.Single(model.Elements).Type));

        IEnumerable<string> Walk(TypeReference type)
        {
            if (index.FindType(type.ComplexType) is not { } complex)
            {
                yield return $"{type.SimpleType!.Kind} {type.SimpleType.Minimum} {type.SimpleType.Maximum}";
                yield break;
            }

            yield return GrammarText.Of(GrammarBuilder.BuildAny(complex, index));
            foreach (var element in complex.Content.Leaves().OfType<ElementParticle>())
            {
                foreach (var line in Walk(element.Type).Prepend($"{element.Name} {element.IsNillable}"))
                {
                    yield return line;
                }
            }
        }
    }
}
