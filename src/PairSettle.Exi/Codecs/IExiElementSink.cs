using System.ComponentModel;

namespace PairSettle.Exi.Codecs;

/// <summary>Takes the element of a document or fragment, whatever its type; emitted code hands it over.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExiElementSink
{
    /// <summary>Takes a global element.</summary>
    /// <param name="element">How it is read and written.</param>
    /// <param name="value">The value.</param>
    void Take(ExiElement element, object value);

    /// <summary>Takes an element of an annotated type.</summary>
    /// <param name="prefix">The prefix of the element's name.</param>
    /// <param name="name">The element's name.</param>
    /// <param name="value">The element.</param>
    void Take(string prefix, ExiQualifiedName name, IExiContent value);

    /// <summary>Takes an element of the relaxed grammar.</summary>
    /// <param name="element">What is known of its name.</param>
    /// <param name="attributes">The values of the attributes; null for one that is absent.</param>
    /// <param name="text">The text.</param>
    void Take(ExiRelaxedElement element, ReadOnlySpan<string?> attributes, string text);
}
