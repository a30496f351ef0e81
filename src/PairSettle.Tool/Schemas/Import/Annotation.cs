using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>Composes a C# attribute, leaving out what is the default anyway.</summary>
internal sealed class Annotation(string name)
{
    private readonly List<string> _arguments = [];

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Adds an argument, as code.</summary>
    public Annotation With(string argument)
    {
        _arguments.Add(argument);
        return this;
    }

    /// <summary>Adds a named argument, as code, where a condition holds.</summary>
    public Annotation With(string property, string value, bool when = true) => when ? With($"{property} = {value}") : this;

    /// <summary>Adds the name of a component where the property does not bear it.</summary>
    public Annotation Named(string component, string property) => component == property ? this : With(Literal(component));

    /// <summary>Adds the bounds of a repetition.</summary>
    public Annotation Occurring(int minimum, int maximum, int usualMinimum) => this
        .With("MinOccurs", Number(minimum), minimum != usualMinimum)
        .With("MaxOccurs", Number(maximum), maximum != int.MaxValue);

    public override string ToString() => _arguments.Count == 0 ? name : $"{name}({string.Join(", ", _arguments)})";

    public static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
