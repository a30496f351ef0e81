namespace PairSettle.Tool.Tests.Schemas.Import;

/// <summary>A schema that has every datatype of EXI, as elements, attributes, simple content, items of lists and with facets.</summary>
internal static class LedgerSchema
{
    public const string Document = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:l="urn:example:ledger" targetNamespace="urn:example:ledger" elementFormDefault="qualified">
          <xs:element name="ledger">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="entry" type="l:Entry" maxOccurs="unbounded"/>
                <xs:element name="calendar" type="l:Calendar" minOccurs="0"/>
                <xs:element name="limits" type="l:Limits" minOccurs="0"/>
              </xs:sequence>
              <xs:attribute name="rate" type="xs:decimal" use="required"/>
              <xs:attribute name="scale" type="xs:double"/>
              <xs:attribute name="tags" type="xs:NMTOKENS"/>
            </xs:complexType>
          </xs:element>
          <xs:complexType name="Entry">
            <xs:sequence>
              <xs:element name="amount" type="l:Amount"/>
              <xs:element name="at" type="xs:dateTime"/>
              <xs:element name="plate" minOccurs="0">
                <xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{1,3}-[0-9]+"/><xs:minLength value="3"/><xs:maxLength value="10"/></xs:restriction></xs:simpleType>
              </xs:element>
              <xs:element name="phase" type="l:Phases" maxOccurs="3"/>
              <xs:element name="level" minOccurs="0">
                <xs:simpleType><xs:restriction base="xs:decimal"><xs:enumeration value="0.5"/><xs:enumeration value="1.0"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>
              </xs:element>
              <xs:choice>
                <xs:element name="reading" type="xs:float"/>
                <xs:element name="readings"><xs:simpleType><xs:list itemType="xs:float"/></xs:simpleType></xs:element>
              </xs:choice>
              <xs:element name="note" type="l:Note" minOccurs="0"/>
              <xs:element name="code" type="l:Code" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
          <xs:complexType name="Amount">
            <xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="on" type="xs:date"/></xs:extension></xs:simpleContent>
          </xs:complexType>
          <xs:complexType name="Note">
            <xs:simpleContent><xs:extension base="l:Words"><xs:attribute name="lang" type="xs:language"/></xs:extension></xs:simpleContent>
          </xs:complexType>
          <xs:complexType name="Code">
            <xs:simpleContent><xs:extension base="l:Digits"><xs:attribute name="kind" type="l:Digits"/></xs:extension></xs:simpleContent>
          </xs:complexType>
          <xs:simpleType name="Words"><xs:list itemType="xs:token"/></xs:simpleType>
          <xs:simpleType name="Digits"><xs:restriction base="xs:string"><xs:pattern value="[0-9]*"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="Phase"><xs:restriction base="xs:string"><xs:enumeration value="L1"/><xs:enumeration value="L2"/><xs:enumeration value="L3"/></xs:restriction></xs:simpleType>
          <xs:simpleType name="Phases">
            <xs:restriction><xs:simpleType><xs:list itemType="l:Phase"/></xs:simpleType><xs:maxLength value="3"/></xs:restriction>
          </xs:simpleType>
          <xs:complexType name="Calendar">
            <xs:sequence>
              <xs:element name="day" type="xs:date"/><xs:element name="opens" type="xs:time"/>
              <xs:element name="since" type="xs:gYear"/><xs:element name="from" type="xs:gYearMonth"/><xs:element name="peak" type="xs:gMonth"/>
              <xs:element name="holiday" type="xs:gMonthDay" maxOccurs="unbounded"/><xs:element name="payday" type="xs:gDay"/>
            </xs:sequence>
          </xs:complexType>
          <xs:complexType name="Limits">
            <xs:sequence>
              <xs:element name="least" type="xs:nonNegativeInteger"/><xs:element name="first" type="xs:positiveInteger"/>
              <xs:element name="debt" type="xs:negativeInteger"/><xs:element name="any" type="xs:integer"/>
              <xs:element name="far"><xs:simpleType><xs:restriction base="xs:integer"><xs:minInclusive value="100000000000000000000"/><xs:maxInclusive value="100000000000000000007"/></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="wide"><xs:simpleType><xs:restriction base="xs:integer"><xs:minInclusive value="-1"/><xs:maxInclusive value="18446744073709551615"/></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="odd"><xs:simpleType><xs:restriction base="xs:unsignedLong"><xs:minInclusive value="1"/></xs:restriction></xs:simpleType></xs:element>
              <xs:element name="small"><xs:simpleType><xs:list itemType="l:Small"/></xs:simpleType></xs:element>
              <xs:element name="flags"><xs:simpleType><xs:list itemType="xs:boolean"/></xs:simpleType></xs:element>
              <xs:element name="keys"><xs:simpleType><xs:list itemType="xs:hexBinary"/></xs:simpleType></xs:element>
              <xs:element name="longs"><xs:simpleType><xs:list itemType="xs:long"/></xs:simpleType></xs:element>
              <xs:element name="days"><xs:simpleType><xs:list itemType="xs:date"/></xs:simpleType></xs:element>
              <xs:element name="kind"><xs:simpleType><xs:restriction base="xs:int"><xs:enumeration value="10"/><xs:enumeration value="-4"/></xs:restriction></xs:simpleType></xs:element>
            </xs:sequence>
          </xs:complexType>
          <xs:simpleType name="Small"><xs:restriction base="xs:int"><xs:minInclusive value="-2"/><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType>
        </xs:schema>
        """;

    public const string Instance = """
        <l:ledger xmlns:l="urn:example:ledger" rate="-0.0525" scale="6.02214E23" tags="a b a">
          <l:entry>
            <l:amount on="2026-02-28Z">12345678901234567890.05</l:amount><l:at>2026-11-27T23:59:59.0625+05:30</l:at><l:plate>AB-1234</l:plate>
            <l:phase>L1 L3</l:phase><l:phase>L2</l:phase><l:level>2</l:level><l:reading>-1.5E-7</l:reading>
            <l:note lang="en">so be it so</l:note><l:code kind="007">0042</l:code>
          </l:entry>
          <l:entry><l:amount>-0.5</l:amount><l:at>0999-01-01T00:00:00</l:at><l:phase>L1 L2 L3</l:phase><l:readings>1 INF -INF NaN 0 2.5e3</l:readings></l:entry>
          <l:entry><l:amount>0</l:amount><l:at>-0044-03-15T12:00:00-14:00</l:at><l:plate>B-1</l:plate><l:phase>L3</l:phase><l:reading>0</l:reading></l:entry>
          <l:calendar>
            <l:day>2028-02-29</l:day><l:opens>07:30:00.5Z</l:opens><l:since>1999</l:since><l:from>2026-11-08:00</l:from><l:peak>--07</l:peak>
            <l:holiday>--12-25</l:holiday><l:holiday>--01-01Z</l:holiday><l:payday>---31</l:payday>
          </l:calendar>
          <l:limits>
            <l:least>0</l:least><l:first>99999999999999999999999</l:first><l:debt>-1</l:debt><l:any>-5</l:any><l:far>100000000000000000003</l:far>
            <l:wide>18446744073709551615</l:wide><l:odd>18446744073709551615</l:odd><l:small>-2 5 0</l:small><l:flags>true false 1</l:flags>
            <l:keys>00FF C0</l:keys><l:longs>-9223372036854775808 7</l:longs><l:days>2026-01-01 2026-01-02Z</l:days><l:kind>-4</l:kind>
          </l:limits>
        </l:ledger>
        """;

    /// <summary>A program as a user would write it: it names the types and members, and says whether a value survives.</summary>
    public const string Client = """
        using System;
        using System.Numerics;
        using PairSettle.Exi;
        using Ledgers;

        public static class Client
        {
            public static string Run()
            {
                var ledger = new Ledger
                {
                    rate = 0.05m,
                    scale = ExiFloat.FromDouble(-0.1),
                    entry =
                    [
                        new Entry
                        {
                            amount = new Amount { Value = ExiDecimal.Parse("-1.50"), on = ExiDateTime.FromDate(new DateOnly(2026, 11, 27)) },
                            at = ExiDateTime.FromDateTimeOffset(new DateTimeOffset(2026, 11, 27, 8, 0, 0, 250, TimeSpan.FromHours(1))),
                            plate = "X-1",
                            phase = [[Phase.L1, Phase.L3], [Phase.L2]],
                            level = Level._0_5,
                            readings = [ExiFloat.NaN, new ExiFloat(10, 0)],
                            note = new Note { Value = [] },
                            code = new Code { Value = "", kind = "1" },
                        },
                    ],
                };
                return Ledger.TryDecode(ledger.ToExi(), out var decoded, out var error) && decoded == ledger
                    && Ledger.TryParseXml(ledger.ToXml(), out var parsed, out error) && parsed.entry[0].amount == ledger.entry[0].amount
                    && parsed.entry[0].readings!.Value[1] == new ExiFloat(1, 1) ? "equal" : error.ToString();
            }
        }
        """;
}
