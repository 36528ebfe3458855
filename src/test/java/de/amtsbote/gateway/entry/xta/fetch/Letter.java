package de.amtsbote.gateway.entry.xta.fetch;

import de.amtsbote.gateway.xta.XtaCode;
import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.XtaTimes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a portal sends to a mailbox. */
final class Letter {

  private Letter() {}

  static XtaMetadata metadata(String id, List<String> inReplyTo) {
    return new XtaMetadata(
        id,
        inReplyTo,
        "FALL-1",
        null,
        XtaParty.of("gae:1"),
        XtaParty.of("ags:1"),
        null,
        "urn:example:dienst",
        new XtaCode(null, null, "XDEMO_DATA"),
        new XtaCode("urn:example:typen", "1", "0100"),
        "urn:example:xdemo",
        null,
        XtaTimes.NONE,
        null,
        false);
  }

  static XtaContent content(String name, String text) {
    var octets = text.getBytes(StandardCharsets.UTF_8);
    return new XtaContent(
        XtaPart.of(name, "text/xml", octets.length),
        octets.length,
        () -> new ByteArrayInputStream(octets));
  }
}
