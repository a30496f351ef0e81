namespace PairSettle.Tool.Conformance;

/// <summary>
/// Lines of the corpus of any schema and any option that were encoded from other events than a parser here makes of their XML.
/// Their streams must decode to the XML, and the events found must encode to the same octets.
/// </summary>
internal static class OwnEvents
{
    private const string SelfContainedSpace = "the oracle keeps white space after self-contained elements that it drops everywhere else";
    private const string Declarations = "the oracle's parser reports the declarations of the internal subset in a form of its own";
    private const string Pieces = "the oracle's parser reports text around an entity in pieces, and the internal subset in a form of its own";
    private const string IgnorableSpace = "the oracle's parser takes from the document type which white space means nothing";

    /// <summary>Why the events are others, or null.</summary>
    public static string? ReasonFor(string id) => id switch
    {
        "exificient/W3C/PrimerNotebook/notebook.xml|-|options,selfContained=note" or
        "exificient/W3C/PrimerNotebook/notebook.xml|-|selfContained=note" or
        "exificient/W3C/PrimerNotebook/notebook.xml|W3C/PrimerNotebook/notebook.xsd|bytealigned,selfContained=note" or
        "exificient/general/personal.xml|-|bytealigned,selfContained=person" or
        "exificient/general/personal.xml|-|options,selfContained=person" or
        "exificient/general/po.xml|-|options,selfContained=item" => SelfContainedSpace,
        "exificient/general/docType2.xml|docType.xsd|prefixes,comments,pis,dtd" or
        "exificient/general/docType2.xml|docType.xsd|prefixes,comments,pis,dtd,compression,options" or
        "exificient/general/docType2.xml|schemaless|prefixes,comments,pis,dtd,compression,options" or
        "exificient/general/kontaktDTD.xml|schemaless|prefixes,comments,pis,dtd" or
        "exificient/general/kontaktDTD.xml|schemaless|prefixes,comments,pis,dtd,compression,options" => Declarations,
        "exificient/general/entityReference1.xml|schemaless|prefixes,comments,pis,dtd" or
        "exificient/general/entityReference1.xml|schemaless|prefixes,comments,pis,dtd,compression,options" => Pieces,
        "exificient/general/kontaktDTD.xml|schemaless|lexical" => IgnorableSpace,
        _ => null,
    };
}
