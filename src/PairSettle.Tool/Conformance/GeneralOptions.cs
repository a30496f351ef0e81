using System.Globalization;
using System.Xml;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Tool.Conformance;

/// <summary>Reads the options of a vector: a list of words, some with a value.</summary>
internal static class GeneralOptions
{
    public static ExiOptions Parse(string words, bool isFragment)
    {
        var options = new ExiOptions { IsFragment = isFragment };
        foreach (var word in words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            options = Apply(options, word);
        }

        return options;
    }

    private static ExiOptions Apply(ExiOptions options, string word)
    {
        var (name, value) = word.Split('=', 2) is [var left, var right] ? (left, right) : (word, string.Empty);
        return name switch
        {
            "default" => options,
            // The oracle's switch to strict grammars turns off what was to be preserved before.
            "strict" => options with { IsStrict = true, Preserve = ExiPreserve.None },
            "bytealigned" => options with { Alignment = ExiAlignment.ByteAligned },
            "precompression" => options with { Alignment = ExiAlignment.PreCompression },
            "compression" => options with { Alignment = ExiAlignment.Compression },
            "prefixes" => options with { Preserve = options.Preserve | ExiPreserve.Prefixes },
            "comments" => options with { Preserve = options.Preserve | ExiPreserve.Comments },
            "pis" => options with { Preserve = options.Preserve | ExiPreserve.ProcessingInstructions },
            "dtd" => options with { Preserve = options.Preserve | ExiPreserve.Dtds },
            "lexical" => options with { Preserve = options.Preserve | ExiPreserve.LexicalValues },
            "cookie" => options with { HasCookie = true },
            "options" => options with { HasOptionsDocument = true },
            "canonical" => options with { HasOptionsDocument = true, SortsAttributes = true },
            "fragment" => options with { IsFragment = true },
            "valueMaxLength" => options with { ValueMaxLength = Number(value) },
            "valuePartitionCapacity" => options with { ValuePartitionCapacity = Number(value) },
            "blockSize" => options with { BlockSize = Number(value) },
            "selfContained" => options with { IsSelfContained = true, SelfContainedElements = [.. options.SelfContainedElements, Name(value)] },
            _ => throw new InvalidDataException($"unknown option {word}"),
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static XmlQualifiedName Name(string text) =>
        text.StartsWith('{') && text.IndexOf('}', StringComparison.Ordinal) is var end and > 0 ? new(text[(end + 1)..], text[1..end]) : new(text);
}
