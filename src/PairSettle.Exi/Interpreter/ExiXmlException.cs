using System.Xml;

namespace PairSettle.Exi.Interpreter;

/// <summary>A stream or an event was refused by <see cref="ExiXmlReader"/> or <see cref="ExiXmlWriter"/>.</summary>
/// <param name="error">Where and why. It holds no content, so it may be logged.</param>
public sealed class ExiXmlException(ExiError error) : XmlException(error.ToString())
{
    /// <summary>Where and why.</summary>
    public ExiError Error { get; } = error;
}
