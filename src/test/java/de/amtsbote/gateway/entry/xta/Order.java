package de.amtsbote.gateway.entry.xta;

import java.util.UUID;

/** A transport order; everything about it can be altered. */
final class Order {

  private String id = newId();
  private String author = "gae:1";
  private String reader = "ags:1";
  private String service = "urn:example:dienst";
  private String times = "";
  private String scenario =
      "<m:BusinessScenario><m:Undefined>XDEMO_DATA</m:Undefined></m:BusinessScenario>";
  private String subject = "Antrag von Erika Mustermann";

  static String newId() {
    return "urn:de:xta:messageid:test:" + UUID.randomUUID();
  }

  String id() {
    return id;
  }

  Order id(String other) {
    id = other;
    return this;
  }

  Order author(String party) {
    author = party;
    return this;
  }

  Order reader(String party) {
    reader = party;
    return this;
  }

  Order service(String uri) {
    service = uri;
    return this;
  }

  Order subject(String text) {
    subject = text;
    return this;
  }

  Order notBefore(String time) {
    times += "<m:NotBefore>" + time + "</m:NotBefore>";
    return this;
  }

  Order obsoleteAfter(String date) {
    times += "<m:ObsoleteAfter>" + date + "</m:ObsoleteAfter>";
    return this;
  }

  Order withoutScenario() {
    scenario = "";
    return this;
  }

  String xml() {
    return """
    <m:MessageMetaData xmlns:m="http://www.osci.eu/ws/2014/10/transport" TestMsg="true"><m:DeliveryAttributes><m:Origin>2026-11-23T09:15:00+01:00</m:Origin>%s<m:Reception>2001-01-01T00:00:00Z</m:Reception><m:ServiceQuality>urn:example:profil</m:ServiceQuality><m:ReceiptRequests><m:Delivery/></m:ReceiptRequests></m:DeliveryAttributes><m:Originators><m:Author><m:Identifier type="xoev" name="Portal" category="Onlinedienst">%s</m:Identifier></m:Author></m:Originators><m:Destinations><m:Reader><m:Identifier type="xoev">%s</m:Identifier></m:Reader></m:Destinations><m:MsgIdentification><wsa:MessageID>%s</wsa:MessageID><m:ProcessRef><m:Requester>P-1</m:Requester></m:ProcessRef></m:MsgIdentification><m:Qualifier><m:Subject>%s</m:Subject><m:Service>%s</m:Service>%s<m:MessageType payloadSchema="urn:example:xdemo" listURI="urn:example:typen" listVersionID="1"><code>0100</code></m:MessageType></m:Qualifier><m:MsgSize>4711</m:MsgSize></m:MessageMetaData>\
    """
        .formatted(times, author, reader, id, subject, service, scenario);
  }
}
