namespace PairSettle.Exi;

/// <summary>
/// Why an EXI stream, an XML form or a value was refused. The number of a member is its code (EXI2001) and is never
/// given to another fault; <c>docs/formats/exi-errors.md</c> lists all with the clause they come from.
/// </summary>
public enum ExiFault
{
    /// <summary>No fault.</summary>
    None = 0,

    /// <summary>The octets end inside the document.</summary>
    Truncated = 2001,

    /// <summary>The stream begins with the EXI cookie, which ISO 15118 does not use (EXI 1.0, 5.1).</summary>
    UnsupportedCookie = 2002,

    /// <summary>The distinguishing bits of the header are not 10 (EXI 1.0, 5.2).</summary>
    InvalidHeader = 2003,

    /// <summary>The header announces an options document (EXI 1.0, 5.3).</summary>
    UnsupportedOptions = 2004,

    /// <summary>The header names another version than final version 1 (EXI 1.0, 5.5).</summary>
    UnsupportedVersion = 2005,

    /// <summary>An event code that no production of the grammar has (EXI 1.0, 6.2).</summary>
    UndefinedEventCode = 2006,

    /// <summary>The stream leaves the schema: an undeclared element, attribute or text (EXI 1.0, 8.5.4.4).</summary>
    UndeclaredContent = 2007,

    /// <summary>A number, a date or a time lies outside its type or its facets, or a decimal is minus zero (EXI 1.0, 7.1.3 to 7.1.9).</summary>
    ValueOutOfRange = 2008,

    /// <summary>An enumeration has no value at this position (EXI 1.0, 7.2).</summary>
    UndefinedEnumerationValue = 2009,

    /// <summary>An integer is written with more octets than it needs (EXI 1.0, 7.1.6).</summary>
    NonCanonicalInteger = 2010,

    /// <summary>The length of text, of octets or of a list breaks its facets.</summary>
    LengthOutOfRange = 2011,

    /// <summary>A code point that is no XML character (XML 1.0, 2.2), or none of those that the schema's pattern leaves.</summary>
    InvalidCharacter = 2012,

    /// <summary>
    /// The stream refers to its string table, and the reader keeps none. It never leaves a decoder: the document is
    /// read once more with a table.
    /// </summary>
    StringTableNeeded = 2013,

    /// <summary>A compact identifier names no entry of the string table (EXI 1.0, 7.3.3).</summary>
    UndefinedStringIdentifier = 2014,

    /// <summary>An element or a group occurs more or less often than the schema allows.</summary>
    OccurrenceOutOfRange = 2015,

    /// <summary>The bits that fill up the last octet are not zero.</summary>
    NonZeroPadding = 2016,

    /// <summary>Octets follow the end of the document.</summary>
    TrailingOctets = 2017,

    /// <summary>An abstract element or an element of an abstract type stands where a concrete one must.</summary>
    AbstractElement = 2018,

    /// <summary>The root is an element of the schema, but not of the message that was asked for.</summary>
    UnexpectedRoot = 2019,

    /// <summary>A value that the schema requires is null.</summary>
    MissingValue = 2020,

    /// <summary>A choice has no branch, or more than one.</summary>
    InvalidChoice = 2021,

    /// <summary>The value is of a type that the schema does not admit in this place.</summary>
    UnexpectedType = 2022,

    /// <summary>
    /// Valid content that no value holds: text in mixed content without a property for it, or xsi:type and xsi:nil on an element
    /// that no type describes.
    /// </summary>
    UnrepresentableContent = 2023,

    /// <summary>A DEFLATE stream is invalid (EXI 1.0, 9.3; RFC 1951).</summary>
    InvalidCompression = 2024,

    /// <summary>The options document names options that contradict each other, or that are not known (EXI 1.0, 5.4).</summary>
    InvalidOptions = 2025,

    /// <summary>The stream was written with another schema than the reader was given (EXI 1.0, 5.4).</summary>
    UnknownSchema = 2026,

    /// <summary>The event has no place in the stream's grammars, which strict ones and options leave out (EXI 1.0, 8.5.4.4.2).</summary>
    UnencodableEvent = 2027,

    /// <summary>An identifier is no name without a colon (XML Schema 1.0 part 2, 3.3.8).</summary>
    InvalidIdentifier = 2028,

    /// <summary>Two identifiers of one document are equal, so that a reference would mean either (XML Schema 1.0 part 1, 3.15.4).</summary>
    DuplicateIdentifier = 2029,

    /// <summary>A name or an event behind a wildcard is written at length although the stream has a number for it (EXI 1.0, 7.3).</summary>
    RedundantForm = 2030,

    /// <summary>More octets than <see cref="ExiLimits.MaxOctets"/>.</summary>
    TooManyOctets = 2101,

    /// <summary>Longer text than <see cref="ExiLimits.MaxStringLength"/>.</summary>
    StringTooLong = 2102,

    /// <summary>More octets in one value than <see cref="ExiLimits.MaxBinaryLength"/>.</summary>
    BinaryTooLong = 2103,

    /// <summary>More items than <see cref="ExiLimits.MaxListItems"/>.</summary>
    TooManyItems = 2104,

    /// <summary>Elements nested deeper than <see cref="ExiLimits.MaxDepth"/>.</summary>
    TooDeep = 2105,

    /// <summary>An unbounded integer longer than <see cref="ExiLimits.MaxIntegerBits"/>.</summary>
    IntegerTooLong = 2106,

    /// <summary>More names or values in the string table than <see cref="ExiLimits.MaxTableEntries"/>.</summary>
    TableTooLarge = 2107,

    /// <summary>More events in one reordered block than <see cref="ExiLimits.MaxBlockEvents"/>.</summary>
    BlockTooLarge = 2108,

    /// <summary>
    /// A compressed stream grows beyond <see cref="ExiLimits.MaxInflatedOctets"/> or <see cref="ExiLimits.MaxInflationRatio"/>.
    /// </summary>
    InflatedTooFar = 2109,

    /// <summary>The text is not well-formed XML (XML 1.0, 2.1).</summary>
    MalformedXml = 3001,

    /// <summary>The XML holds a document type declaration, which is never read.</summary>
    ForbiddenXml = 3002,

    /// <summary>More characters of XML than <see cref="ExiLimits.MaxXmlCharacters"/>.</summary>
    XmlTooLarge = 3003,

    /// <summary>An element that the schema does not have in this place.</summary>
    UnexpectedElement = 3004,

    /// <summary>An element that the schema requires is not there.</summary>
    MissingElement = 3005,

    /// <summary>An attribute that the schema does not have in this place.</summary>
    UnexpectedAttribute = 3006,

    /// <summary>An attribute that the schema requires is not there.</summary>
    MissingAttribute = 3007,

    /// <summary>Text where the schema has only elements.</summary>
    UnexpectedText = 3008,

    /// <summary>Text that is no literal of its datatype (XML Schema 1.0 part 2, 3).</summary>
    InvalidLiteral = 3009,
}
