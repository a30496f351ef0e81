using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>
/// Elements that wildcards admit, after their SE(*) (EXI 1.0, 8.5.4.1.7): those that the schema declares globally by
/// the codecs of their types, all others by the built-in grammar that learns; emitted code calls it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ExiAnyContent
{
    /// <summary>Reads the name and the content of an element.</summary>
    /// <param name="reader">The stream, after SE(*).</param>
    /// <param name="excludedNamespace">The namespace that the wildcard excludes (<c>##other</c>), or null.</param>
    /// <param name="element">The element, on success.</param>
    /// <returns>Whether the element is valid.</returns>
    public static bool TryRead(ref ExiReader reader, string? excludedNamespace, [NotNullWhen(true)] out ExiAnyElement? element)
    {
        element = null;
        return TryNames(ref reader, out var names)
            && names.TryRead(ref reader, out var name)
            && (IsAdmitted(name!.Name, excludedNamespace) || reader.Fail(ExiFault.UndeclaredContent))
            && TryRead(ref reader, names, name, out element);
    }

    /// <summary>Writes the name and the content of an element.</summary>
    /// <param name="writer">The stream, after SE(*).</param>
    /// <param name="element">The element.</param>
    /// <param name="excludedNamespace">The namespace that the wildcard excludes (<c>##other</c>), or null.</param>
    /// <returns>Whether the wildcard admits the element, and it is valid.</returns>
    public static bool Write(ref ExiWriter writer, ExiAnyElement? element, string? excludedNamespace)
    {
        if (element is null)
        {
            return writer.Fail(ExiFault.MissingValue);
        }

        if (writer.Strings is not { } strings)
        {
            return writer.Fail(ExiFault.StringTableNeeded);
        }

        if (strings.Names is not { } names)
        {
            return writer.Fail(ExiFault.UnrepresentableContent);
        }

        return (IsAdmitted(element.Name, excludedNamespace) || writer.Fail(ExiFault.UnexpectedElement))
            && names.Of(element.Name) is var known
            && names.Write(ref writer, known)
            && Write(ref writer, names, known, element);
    }

    /// <summary>Whether a wildcard admits a name.</summary>
    internal static bool IsAdmitted(ExiQualifiedName name, string? excludedNamespace) =>
        excludedNamespace is null || (name.Namespace is { Length: > 0 } && name.Namespace != excludedNamespace);

    private static bool TryNames(ref ExiReader reader, [NotNullWhen(true)] out NameTable? names)
    {
        names = reader.Strings?.Names;
        return names is not null || reader.Fail(reader.Strings is null ? ExiFault.StringTableNeeded : ExiFault.UnrepresentableContent);
    }

    private static bool TryRead(ref ExiReader reader, NameTable names, AnyName name, [NotNullWhen(true)] out ExiAnyElement? element)
    {
        element = null;
        if (!names.Count(ref reader) || !reader.Enter())
        {
            return false;
        }

        if (name.Declaration is { } declaration)
        {
            if (!declaration.TryRead(ref reader, out var value))
            {
                return reader.FailIn(name.Name.LocalName);
            }

            element = new ExiDeclaredElement { Name = name.Name, Value = value };
        }
        else if (!TryReadUndeclared(ref reader, names, name, out element))
        {
            return reader.FailIn(ExiPath.Undeclared);
        }

        reader.Leave();
        return true;
    }

    private static bool TryReadUndeclared(
        ref ExiReader reader, NameTable names, AnyName name, [NotNullWhen(true)] out ExiAnyElement? element)
    {
        element = null;
        var attributes = new ExiListBuilder<ExiAnyElementAttribute>();
        var content = new ExiListBuilder<ExiAnyNode>();
        var state = name.Start;
        while (true)
        {
            if (!state.TryRead(ref reader, names, out var found, out var inner))
            {
                return false;
            }

            switch (found)
            {
                case LearnedEvent.EndElement:
                    element = new ExiUndeclaredElement { Name = name.Name, Attributes = attributes.ToList(), Content = content.ToList() };
                    return HasDistinctAttributes((ExiUndeclaredElement)element) || reader.Fail(ExiFault.UnexpectedAttribute);
                case LearnedEvent.Attribute:
                    // The values of xsi:type and xsi:nil are no strings, and they would change the grammar.
                    if (inner!.Name.Namespace == ExiXmlNames.Instance)
                    {
                        return reader.Fail(ExiFault.UnrepresentableContent);
                    }

                    if (!names.Count(ref reader) || !attributes.Add(ref reader, new(inner.Name, reader.ReadString(inner.StringId, 0, int.MaxValue))))
                    {
                        return false;
                    }

                    break;
                case LearnedEvent.StartElement:
                    state = name.Content;
                    if (!TryRead(ref reader, names, inner!, out var child) || !content.Add(ref reader, child))
                    {
                        return false;
                    }

                    break;
                default:
                    state = name.Content;
                    if (!names.Count(ref reader) || !content.Add(ref reader, new ExiAnyText(reader.ReadString(name.StringId, 0, int.MaxValue))))
                    {
                        return false;
                    }

                    break;
            }
        }
    }

    private static bool Write(ref ExiWriter writer, NameTable names, AnyName name, ExiAnyElement element)
    {
        var isValid = element switch
        {
            ExiDeclaredElement declared => name.Declaration is { } declaration
                ? declaration.Write(ref writer, declared.Value)
                : writer.Fail(ExiFault.UnexpectedElement),
            ExiUndeclaredElement undeclared => name.Declaration is null
                ? WriteUndeclared(ref writer, names, name, undeclared)
                : writer.Fail(ExiFault.UnexpectedType),
            _ => writer.Fail(ExiFault.MissingValue),
        };
        return isValid || writer.FailIn(name.Declaration is null ? ExiPath.Undeclared : name.Name.LocalName);
    }

    private static bool WriteUndeclared(ref ExiWriter writer, NameTable names, AnyName name, ExiUndeclaredElement element)
    {
        if (!HasDistinctAttributes(element))
        {
            return writer.Fail(ExiFault.UnexpectedAttribute);
        }

        var state = name.Start;
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name.Namespace == ExiXmlNames.Instance)
            {
                return writer.Fail(ExiFault.UnrepresentableContent);
            }

            var known = names.Of(attribute.Name);
            if (!state.Write(ref writer, names, LearnedEvent.Attribute, known))
            {
                return false;
            }

            writer.WriteString(known.StringId, attribute.Value, 0, int.MaxValue);
        }

        foreach (var node in element.Content)
        {
            if (node is ExiAnyElement child)
            {
                var known = names.Of(child.Name);
                if (!state.Write(ref writer, names, LearnedEvent.StartElement, known) || !Write(ref writer, names, known, child))
                {
                    return false;
                }
            }
            else
            {
                state.Write(ref writer, names, LearnedEvent.Characters, null);
                writer.WriteString(name.StringId, ((ExiAnyText)node).Value, 0, int.MaxValue);
            }

            state = name.Content;
        }

        return state.Write(ref writer, names, LearnedEvent.EndElement, null) && !writer.Failed;
    }

    private static bool HasDistinctAttributes(ExiUndeclaredElement element)
    {
        if (element.Attributes.Count < 2)
        {
            return true;
        }

        var seen = new HashSet<ExiQualifiedName>(element.Attributes.Count);
        foreach (var attribute in element.Attributes)
        {
            if (!seen.Add(attribute.Name))
            {
                return false;
            }
        }

        return true;
    }
}
