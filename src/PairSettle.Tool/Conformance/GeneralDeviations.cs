namespace PairSettle.Tool.Conformance;

/// <summary>Lines of the corpus of any schema and any option that are known not to pass, each with its reason.</summary>
internal static class GeneralDeviations
{
    private const string OtherDocument = "the stream is that of another document than the one beside it";
    private const string NoNamespace = "the stream leaves out the namespace that the document declares";
    private const string ExpandedEntity = "the stream holds the content of an external entity, which is not fetched";
    private const string SelfContainedSpace = "the oracle keeps white space after self-contained elements that it drops everywhere else";
    private const string InternalSubset = "the oracle's parser reports the declarations of the internal subset in a form of its own";
    private const string IgnorableSpace = "the oracle's parser takes from the document type which white space means nothing";

    /// <summary>The reason why a line is listed, or null.</summary>
    public static string? ReasonFor(string id) => id switch
    {
        _ when id.StartsWith("w3c/interop/datatypes/qname/qname-invalid-00.exi%x%i", StringComparison.Ordinal) => OtherDocument,
        _ when id.StartsWith("w3c/interop/datatypes/string/indexed-11.exi%", StringComparison.Ordinal) => OtherDocument,
        _ when id.StartsWith("w3c/interop/preserve/document/doc-13.exi", StringComparison.Ordinal) => NoNamespace,
        _ when IsWithoutReferences(id) => ExpandedEntity,
        "exificient/W3C/PrimerNotebook/notebook.xml|-|options,selfContained=note" or
        "exificient/W3C/PrimerNotebook/notebook.xml|-|selfContained=note" or
        "exificient/W3C/PrimerNotebook/notebook.xml|W3C/PrimerNotebook/notebook.xsd|bytealigned,selfContained=note" or
        "exificient/general/personal.xml|-|bytealigned,selfContained=person" or
        "exificient/general/personal.xml|-|options,selfContained=person" or
        "exificient/general/po.xml|-|options,selfContained=item" => SelfContainedSpace,
        "exificient/general/docType2.xml|docType.xsd|prefixes,comments,pis,dtd" or
        "exificient/general/docType2.xml|docType.xsd|prefixes,comments,pis,dtd,compression,options" or
        "exificient/general/docType2.xml|schemaless|prefixes,comments,pis,dtd,compression,options" or
        "exificient/general/entityReference1.xml|schemaless|prefixes,comments,pis,dtd" or
        "exificient/general/entityReference1.xml|schemaless|prefixes,comments,pis,dtd,compression,options" or
        "exificient/general/kontaktDTD.xml|schemaless|prefixes,comments,pis,dtd" or
        "exificient/general/kontaktDTD.xml|schemaless|prefixes,comments,pis,dtd,compression,options" => InternalSubset,
        "exificient/general/kontaktDTD.xml|schemaless|lexical" => IgnorableSpace,
        _ => null,
    };

    /// <summary>Whether a line of the tests of entity references is one whose stream does not keep references.</summary>
    private static bool IsWithoutReferences(string id)
    {
        const string Prefix = "w3c/interop/schemaInformedGrammar/undeclaredProductions/er-01.exi";
        return id.StartsWith(Prefix, StringComparison.Ordinal) && id[Prefix.Length..] is
            "" or "%c" or "%cpx" or "%cpx%p" or "%p" or "%p#2" or "%p%p" or "%px%a" or "%px%c" or "%px%p" or "%x%a" or "%x%p";
    }
}
