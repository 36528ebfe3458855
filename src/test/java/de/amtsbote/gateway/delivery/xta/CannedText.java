package de.amtsbote.gateway.delivery.xta;

import java.util.List;
import java.util.stream.Collectors;

/** What XTA servers send, as text. */
public final class CannedText {

  private CannedText() {}

  /** An envelope. */
  public static String envelope(String headers, String body) {
    return """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
            xmlns:w="http://www.w3.org/2005/08/addressing"
            xmlns:x="http://xoev.de/transport/xta/211"
            xmlns:m="http://www.osci.eu/ws/2014/10/transport"
            xmlns:b="http://www.osci.eu/ws/2008/05/transport">
        <s:Header>%s</s:Header><s:Body>%s</s:Body></s:Envelope>"""
        .formatted(headers, body);
  }

  /** The header of a mailbox. */
  public static String response(String request) {
    return "<b:MsgBoxResponse MsgBoxRequestID=\"%s\"><b:ItemsPending>0</b:ItemsPending></b:MsgBoxResponse>"
        .formatted(request);
  }

  /** A list of these messages. */
  public static String list(String request, List<String> ids) {
    return envelope(
        response(request),
        ids.stream()
            .map(
                it ->
                    "<b:MsgAttributes><w:MessageID>%s</w:MessageID></b:MsgAttributes>"
                        .formatted(it))
            .collect(Collectors.joining("", "<b:MsgStatusList>", "</b:MsgStatusList>")));
  }

  /** A message with this text. */
  public static String message(String id, String headers, String base64) {
    return envelope(
        order(id) + headers,
        """
        <x:GenericContentContainer><x:ContentContainer>\
        <x:Message contentType="text/xml">%s</x:Message>\
        </x:ContentContainer></x:GenericContentContainer>"""
            .formatted(base64));
  }

  /** A transport report with this status. */
  static String report(String id, String status, String more) {
    return envelope(
        "",
        """
        <x:TransportReport>%s<x:ReportTime>2026-01-01T12:00:00Z</x:ReportTime>\
        <x:XTAServerIdentity>andere</x:XTAServerIdentity>\
        <x:MessageStatus>%s</x:MessageStatus>%s</x:TransportReport>"""
            .formatted(order(id), status, more));
  }

  /** A fault of this code. */
  static String fault(String code) {
    return envelope(
        "",
        """
        <s:Fault><s:Code><s:Value>s:%s</s:Value></s:Code>\
        <s:Reason><s:Text xml:lang="en">no</s:Text></s:Reason></s:Fault>"""
            .formatted(code));
  }

  /** A transport order. */
  static String order(String id) {
    return """
        <m:MessageMetaData><m:DeliveryAttributes/>\
        <m:Originators><m:Author><m:Identifier type="xoev">gae:1</m:Identifier></m:Author></m:Originators>\
        <m:Destinations><m:Reader><m:Identifier type="xoev">ags:1</m:Identifier></m:Reader></m:Destinations>\
        <m:MsgIdentification><w:MessageID>%s</w:MessageID></m:MsgIdentification>\
        <m:Qualifier><m:Service>urn:example:dienst</m:Service>\
        <m:BusinessScenario><m:Undefined>XDEMO_DATA</m:Undefined></m:BusinessScenario>\
        <m:MessageType listURI="urn:example:typen" listVersionID="1" payloadSchema="urn:example:xdemo">\
        <code>0100</code></m:MessageType></m:Qualifier></m:MessageMetaData>"""
        .formatted(id);
  }
}
