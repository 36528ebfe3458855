package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.xta.soap.Call;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.v31.Contract;
import de.amtsbote.gateway.xta.v31.Leniency;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import de.amtsbote.gateway.xta.v31.Names;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** Checks transport orders before any content is read. */
final class Orders {

  private static final QName METADATA = new QName(Names.METADATA, "MessageMetaData");
  private static final QName TOKENS = new QName(Names.MAILBOX, "X509TokenContainer");

  /** XTA 2 has it so since version 5, and what we pass on must suit every server. */
  static final int LONGEST_ID = 100;

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private final Clock clock;

  Orders(Clock clock) {
    this.clock = clock;
  }

  /**
   * A transport order.
   *
   * @param element as XML that obeys the schema
   * @param missing names of what was missing in it and is tolerated
   */
  record Given(Element element, XtaMetadata order, List<String> missing) {}

  private static Element element(Call call) {
    return call.header(METADATA)
        .orElseThrow(
            () ->
                new XtaException(
                    XtaError.PARAMETERS_MISSING, "the header MessageMetaData is missing"));
  }

  private static void refuse(Element header) {
    var violation = Contract.violation(header);
    if (violation.isPresent()) {
      throw new XtaException(
          XtaError.PARAMETERS_CONTRADICT,
          "the header %s violates the schema: %s"
              .formatted(header.getLocalName(), violation.get()));
    }
  }

  /**
   * The transport order of a call, when its account may give it.
   *
   * @throws XtaException 9013, 9014, 9020, 9021 or 9022
   */
  Given check(Call call, XtaAccount account) {
    var element = element(call);
    var missing = account.tolerant() ? Leniency.complete(element) : List.<String>of();
    refuse(element);
    call.header(TOKENS).ifPresent(Orders::refuse);
    var order = check(MetadataXml.read(element), account);
    return new Given(element, order, missing);
  }

  private XtaMetadata check(XtaMetadata order, XtaAccount account) {
    Parties.require(account, order.author());
    requireUri(order.messageId(), "MessageID");
    requireUri(order.service(), "Service");
    if (order.messageId().length() > LONGEST_ID) {
      throw contradiction("the MessageID is longer than %d characters".formatted(LONGEST_ID));
    }
    if (!account.mayUse(order.service())) {
      throw new XtaException(
          XtaError.SERVICE_NOT_BOOKED, "account " + account.name() + " has not booked the service");
    }
    requireTimes(order);
    return order;
  }

  private void requireTimes(XtaMetadata order) {
    var last = order.times().obsoleteAfter();
    if (last == null) {
      return;
    }
    var notBefore = order.times().notBefore();
    if (last.isBefore(LocalDate.ofInstant(clock.instant(), GERMANY))) {
      throw contradiction("ObsoleteAfter has passed");
    }
    if (notBefore != null && last.isBefore(LocalDate.ofInstant(notBefore, GERMANY))) {
      throw contradiction("ObsoleteAfter lies before NotBefore");
    }
  }

  static void requireUri(String text, String what) {
    try {
      if (!new URI(text).isAbsolute()) {
        throw new XtaException(XtaError.URI_INVALID, what + " is no absolute URI");
      }
    } catch (URISyntaxException e) {
      throw new XtaException(XtaError.URI_INVALID, what + " is no URI", e);
    }
  }

  private static XtaException contradiction(String details) {
    return new XtaException(XtaError.PARAMETERS_CONTRADICT, details);
  }
}
