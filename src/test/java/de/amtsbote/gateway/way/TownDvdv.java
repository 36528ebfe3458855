package de.amtsbote.gateway.way;

import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.directory.dvdv.api.ServiceElement;
import de.amtsbote.gateway.simulator.dvdv.DvdvContent;
import de.amtsbote.gateway.simulator.dvdv.DvdvDouble;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import de.amtsbote.gateway.simulator.dvdv.OsciService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The DVDV server of a town, which knows what tests enter. */
final class TownDvdv implements AutoCloseable {

  /** The service that offices in it offer. */
  static final String SERVICE = "http://www.osci.example/xdemo10/antrag.wsdl";

  final DvdvContent content = new DvdvContent();
  private final Town town;
  private final DvdvDouble server;

  TownDvdv(Town town) {
    this.town = town;
    try {
      server = DvdvDouble.start(content, DvdvDouble.Setup.plain(List.of(), Clock.systemUTC()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of a gateway that asks it. */
  List<String> settings() {
    var dvdv = "--amtsbote.dvdv.";
    var mailbox = "--amtsbote.osci.mailboxes.passauskunft.";
    return List.of(
        mailbox + "tenant=stadt",
        mailbox + "intermediary=knoten",
        mailbox + "identity=altverfahren",
        mailbox + "poll=500ms",
        mailbox + "author-category=Passbehörde",
        dvdv + "servers=" + server.address(),
        dvdv + "access=intern",
        dvdv + "services.antrag.uri=" + SERVICE,
        dvdv + "services.antrag.standard=xdemo",
        dvdv + "circuit.first-pause=1s",
        dvdv + "cache.categories=0s",
        dvdv + "cache.missing=0s");
  }

  void fault(DvdvFault fault) {
    server.fault(fault);
  }

  /** A service of an office of the town, to be entered. */
  OsciService service(String office) {
    return new OsciService(
        SERVICE,
        office,
        town.intermediary(),
        town.ciphers.get("intermediary").certificate(),
        town.signers.get("intermediary").certificate(),
        town.ciphers.get(office).certificate(),
        town.ciphers.get(office).certificate(),
        "DATA",
        null,
        null);
  }

  /** A service of an office that answers at once, to be entered. */
  Service dialog(String office, URI recipient) {
    var service = service(office);
    var elements = new ArrayList<>(service.elements());
    var mailbox = elements.get(1);
    elements.set(
        1,
        new ServiceElement(
            mailbox.serviceElementName(),
            null,
            mailbox.serviceElementDescriptionName(),
            mailbox.serviceElementType(),
            null,
            null,
            recipient.toString(),
            mailbox.cipherCertificate(),
            null,
            true,
            2L,
            1L,
            null,
            null));
    return service.entry(service.wsdl().replace("one-way-active", "request-response"), elements);
  }

  @Override
  public void close() {
    server.close();
  }
}
