namespace PairSettle.Exi.Generator.Parsing;

/// <summary>The metadata names of the annotations.</summary>
internal static class AnnotationNames
{
    public const string Namespace = "PairSettle.Exi";
    public const string Type = Namespace + ".ExiTypeAttribute";
    public const string ModelGroup = Namespace + ".ExiModelGroupAttribute";
    public const string GlobalElement = Namespace + ".ExiGlobalElementAttribute";
    public const string Schema = Namespace + ".ExiSchemaAttribute";
    public const string NamespaceDeclaration = Namespace + ".ExiNamespaceAttribute";
    public const string Element = Namespace + ".ExiElementAttribute";
    public const string Attribute = Namespace + ".ExiAttributeAttribute";
    public const string Text = Namespace + ".ExiTextAttribute";
    public const string Any = Namespace + ".ExiAnyAttribute";
    public const string Mixed = Namespace + ".ExiMixedAttribute";
    public const string Group = Namespace + ".ExiGroupAttribute";
    public const string Choice = Namespace + ".ExiChoiceAttribute";
    public const string Range = Namespace + ".ExiRangeAttribute";
    public const string Length = Namespace + ".ExiLengthAttribute";
    public const string Items = Namespace + ".ExiItemsAttribute";
    public const string Characters = Namespace + ".ExiCharactersAttribute";
    public const string DateTimeKind = Namespace + ".ExiDateTimeKindAttribute";
    public const string Hex = Namespace + ".ExiHexAttribute";
    public const string Identifier = Namespace + ".ExiIdentifierAttribute";
    public const string EnumValue = Namespace + ".ExiEnumValueAttribute";
}
