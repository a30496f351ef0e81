using System.Globalization;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>A coded error: the component of the schema, and why no annotated type expresses it.</summary>
internal readonly record struct ImportError(ImportFault Fault, string Component, string Detail)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"IMP{(int)Fault} {Fault}: {Component}: {Detail}");
}
