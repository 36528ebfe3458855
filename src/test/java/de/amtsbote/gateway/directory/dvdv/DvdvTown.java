package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.simulator.dvdv.DvdvContent;
import de.amtsbote.gateway.simulator.dvdv.OsciService;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.net.URI;
import java.util.List;

/**
 * An authority with a service, and a client of the DVDV; made once, because keys take their time.
 */
public final class DvdvTown {

  /** Key of the authority. */
  public static final String KEY = "ags:99000077";

  /** The service that it offers. */
  public static final String SERVICE = "http://www.osci.example/xdemo10/antrag.wsdl";

  /** What kind of authority it is. */
  public static final String CATEGORY = "Meldebehörde";

  /** All certificates come from here. */
  public static final TestPki PKI = TestPki.root("DVDV Test-CA");

  /** Holds the key that the DVDV knows the gateway by. */
  public static final TestIdentity CLIENT = PKI.signer("gateway");

  /** What the authority signs with. */
  public static final TestIdentity OFFICE = PKI.signer("amt");

  /** Keeps the mailbox. */
  public static final TestIdentity ADDRESSEE = PKI.reader("postfach");

  /** Reads the content. */
  public static final TestIdentity READER = PKI.reader("leser");

  /** What orders to the intermediary are encrypted for. */
  public static final TestIdentity KNOT_CIPHER = PKI.reader("knoten");

  /** What the intermediary signs with. */
  public static final TestIdentity KNOT_SIGNATURE = PKI.signer("knoten");

  private DvdvTown() {}

  /** The authority's service. */
  public static OsciService service() {
    return service(URI.create("https://osci.example.test/externalentry"));
  }

  /** The authority's service behind an intermediary. */
  public static OsciService service(URI intermediary) {
    return new OsciService(
        SERVICE,
        "Amt Musterstadt",
        intermediary,
        KNOT_CIPHER.certificate(),
        KNOT_SIGNATURE.certificate(),
        ADDRESSEE.certificate(),
        READER.certificate(),
        "XDEMO_DATA",
        null,
        null);
  }

  /** The authority with its client certificate, and its service. */
  public static DvdvContent content() {
    var office =
        new Organization(
            7L,
            null,
            null,
            "Amt Musterstadt",
            null,
            null,
            null,
            "Rathausplatz 1",
            16L,
            null,
            CATEGORY,
            List.of(KEY),
            List.of(OsciService.certificate(OFFICE.certificate())),
            List.of());
    return new DvdvContent()
        .add(new OrganizationDescription(office, List.of()))
        .add(KEY, service().entry())
        .allow(CATEGORY, SERVICE);
  }
}
