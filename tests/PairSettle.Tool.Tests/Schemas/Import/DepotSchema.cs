namespace PairSettle.Tool.Tests.Schemas.Import;

/// <summary>A schema of two documents that has what annotated types express, in the awkward forms.</summary>
internal static class DepotSchema
{
    public const string Namespace = "urn:example:depot";

    public const string Document = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="urn:example:depot" xmlns:u="http://example.org/units"
            targetNamespace="urn:example:depot" elementFormDefault="qualified" attributeFormDefault="qualified">
          <xs:import namespace="http://example.org/units" schemaLocation="units.xsd"/>
          <xs:element name="depot" type="d:Depot">
            <xs:annotation><xs:documentation>All stations of a depot, and "who" runs them &amp; where &lt;here&gt;.</xs:documentation></xs:annotation>
          </xs:element>
          <xs:element name="note" type="xs:string"/>
          <xs:element name="ping">
            <xs:complexType/>
          </xs:element>
          <xs:element name="Event" type="d:EventType" abstract="true"/>
          <xs:element name="Started" type="d:StartedType" substitutionGroup="d:Event"/>
          <xs:element name="Stopped" substitutionGroup="d:Event">
            <xs:complexType>
              <xs:complexContent>
                <xs:extension base="d:EventType">
                  <xs:choice minOccurs="0">
                    <xs:element name="reason" type="d:reason-code"/>
                    <xs:element name="text" minOccurs="0">
                      <xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/><xs:maxLength value="12"/></xs:restriction></xs:simpleType>
                    </xs:element>
                  </xs:choice>
                </xs:extension>
              </xs:complexContent>
            </xs:complexType>
          </xs:element>
          <xs:complexType name="EventType" abstract="true">
            <xs:sequence><xs:element name="at" type="xs:unsignedLong"/></xs:sequence>
            <xs:attribute name="seq" type="xs:unsignedShort" use="required"/>
          </xs:complexType>
          <xs:complexType name="StartedType">
            <xs:complexContent>
              <xs:extension base="d:EventType">
                <xs:sequence><xs:element name="by" type="xs:hexBinary" minOccurs="0"/></xs:sequence>
              </xs:extension>
            </xs:complexContent>
          </xs:complexType>
          <xs:simpleType name="reason-code">
            <xs:annotation><xs:documentation>Why it stopped.</xs:documentation></xs:annotation>
            <xs:restriction base="xs:NMTOKEN">
              <xs:enumeration value="full"><xs:annotation><xs:documentation>Nothing more fits.</xs:documentation></xs:annotation></xs:enumeration>
              <xs:enumeration value="3-phase"/>
              <xs:enumeration value="3.phase"/>
              <xs:enumeration value="class"/>
            </xs:restriction>
          </xs:simpleType>
          <xs:complexType name="Depot">
            <xs:sequence>
              <xs:element name="name">
                <xs:simpleType><xs:restriction base="xs:token"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
              </xs:element>
              <xs:element name="station" type="d:Station" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element ref="d:note" minOccurs="0"/>
              <xs:element ref="u:power"/>
              <xs:element name="class" type="xs:integer" minOccurs="0" default="7"/>
              <xs:element ref="d:Event" minOccurs="0" maxOccurs="3"/>
              <xs:any namespace="##other" processContents="skip" minOccurs="0"/>
            </xs:sequence>
            <xs:attribute name="Id" type="xs:ID"/>
            <xs:attribute name="level">
              <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/><xs:enumeration value="a b"/></xs:restriction></xs:simpleType>
            </xs:attribute>
          </xs:complexType>
          <xs:complexType name="Station">
            <xs:sequence>
              <xs:element name="Station" type="xs:base64Binary"/>
              <xs:choice>
                <xs:sequence>
                  <xs:element name="row" type="xs:byte"/>
                  <xs:element name="column" type="xs:byte" minOccurs="0"/>
                </xs:sequence>
                <xs:element name="slot" type="d:Slot"/>
                <xs:element name="bay" type="xs:boolean"/>
              </xs:choice>
              <xs:choice>
                <xs:element name="fixed" type="xs:boolean"/>
                <xs:element name="mobile" type="xs:unsignedInt" maxOccurs="4"/>
              </xs:choice>
              <xs:sequence minOccurs="0" maxOccurs="unbounded">
                <xs:element name="key" type="xs:string"/>
                <xs:element name="value"><xs:complexType><xs:simpleContent>
                  <xs:extension base="xs:short"><xs:attribute name="scale" type="d:Scale" use="required"/></xs:extension>
                </xs:simpleContent></xs:complexType></xs:element>
              </xs:sequence>
              <xs:element name="child" type="d:Station" minOccurs="0" maxOccurs="2"/>
            </xs:sequence>
          </xs:complexType>
          <xs:simpleType name="Scale">
            <xs:restriction base="xs:byte"><xs:minInclusive value="-3"/><xs:maxExclusive value="4"/></xs:restriction>
          </xs:simpleType>
          <xs:complexType name="Slot">
            <xs:sequence>
              <xs:element name="x" type="d:Scale"/>
              <xs:element name="y"><xs:simpleType><xs:restriction base="xs:int"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType></xs:element>
            </xs:sequence>
          </xs:complexType>
          <xs:complexType name="station"><xs:choice><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:long"/></xs:choice></xs:complexType>
        </xs:schema>
        """;

    /// <summary>A namespace of its own, without qualification, and with a name that the other one has too.</summary>
    public const string Units = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:u="http://example.org/units" targetNamespace="http://example.org/units">
          <xs:element name="power" type="u:Power"/>
          <xs:complexType name="Power">
            <xs:sequence><xs:element name="watt" type="xs:int"/><xs:element name="Slot" type="u:Slot" minOccurs="0"/>
              <xs:element name="inner" type="u:Inner"/></xs:sequence>
            <xs:attribute name="unit" type="xs:string" use="required"/>
          </xs:complexType>
          <xs:complexType name="Inner" mixed="true"><xs:sequence><xs:element name="q" type="xs:boolean"/></xs:sequence></xs:complexType>
          <xs:complexType name="Slot"><xs:sequence><xs:element name="z" type="xs:unsignedByte"/></xs:sequence></xs:complexType>
        </xs:schema>
        """;

    public const string Instance = """
        <d:depot xmlns:d="urn:example:depot" xmlns:u="http://example.org/units" d:Id="D1" d:level="a b">
          <d:name>North</d:name>
          <d:station>
            <d:Station>AQID</d:Station><d:row>-5</d:row><d:column>6</d:column><d:mobile>4000000000</d:mobile><d:mobile>0</d:mobile>
            <d:key>k</d:key><d:value d:scale="-3">-30000</d:value><d:key>l</d:key><d:value d:scale="3">1</d:value>
            <d:child><d:Station></d:Station><d:slot><d:x>0</d:x><d:y>2147483647</d:y></d:slot><d:fixed>true</d:fixed></d:child>
          </d:station>
          <d:station><d:Station>/w==</d:Station><d:bay>false</d:bay><d:fixed>false</d:fixed></d:station>
          <d:note>closed on Sundays</d:note>
          <u:power unit="W"><watt>-22000</watt><Slot><z>255</z></Slot><inner>some <q>true</q> text</inner></u:power>
          <d:class>123456789012345678901234567890</d:class>
          <d:Started d:seq="1"><d:at>18446744073709551615</d:at><d:by>C0FFEE</d:by></d:Started>
          <d:Stopped d:seq="2"><d:at>0</d:at><d:reason>3.phase</d:reason></d:Stopped>
          <d:Stopped d:seq="65535"><d:at>3</d:at><d:text>enough</d:text></d:Stopped>
          <Scale xmlns="urn:foreign" unit="W"><d:x>as it came</d:x></Scale>
        </d:depot>
        """;

    /// <summary>A program as a user would write it: it names the types and members, and says whether a value survives.</summary>
    public const string Client = """
        using System;
        using System.Numerics;
        using PairSettle.Exi;
        using Depots;

        public static class Client
        {
            public static string Run()
            {
                var depot = new Depot
                {
                    Id = "D2",
                    level = Level.Empty,
                    name = "South",
                    station =
                    [
                        new Station
                        {
                            Station2 = ExiBytes.FromHex("07"), Choice = new() { Sequence = new() { row = 1 } }, mobile = [1, 2],
                            Sequence = [new() { key = "k", value = new() { Value2 = -1, scale = 2 } }],
                        },
                        new Station { Station2 = ExiBytes.FromHex("08"), Choice = new() { slot = new Slot { x = -3, y = 9 } }, Fixed = true },
                    ],
                    power = new() { unit = "W", watt = 5, Slot = new Slot2 { z = 1 }, inner = new Inner { q = true } },
                    Class = BigInteger.Pow(2, 80),
                    Event = [new StartedType { seq = 1, at = 2, by = ExiBytes.FromHex("01") }, new Stopped { seq = 2, at = 3, reason = reason_code._3_phase2 }],
                };
                return Depot.TryDecode(depot.ToExi(), out var decoded, out var error) && decoded == depot
                    && Depot.TryParseXml(depot.ToXml(), out var parsed, out error) && parsed == depot ? "equal" : error.ToString();
            }
        }
        """;
}
