package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.TestXta;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A portal that hands in ZIP containers over XTA, for tests of the whole way. */
public final class XtaPortal {

  private final XtaCaller caller;

  public XtaPortal(ServletWebServerApplicationContext gateway) {
    caller = new XtaCaller(gateway, TestXta.PORTAL);
  }

  /**
   * What came of a container.
   *
   * @param fault name and number of the fault; null when it was taken
   * @param text what the fault says; null without one
   */
  public record Sent(String fault, String text) {}

  /** Sends a container as a part of its own, as clients with MTOM do. */
  public Sent send(String reader, byte[] container) throws IOException, InterruptedException {
    var order = new Order().reader(reader);
    var message =
        "<x:Message contentType=\"application/zip\" filename=\"abgabe.zip\"><i:Include"
            + " xmlns:i=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:zip\"/></x:Message>";
    var answer =
        caller.send(
            Soap.call(Soap.XTA + "SendMessage")
                .header(order.xml())
                .body(Soap.container(message))
                .part("zip", container));
    return sent(answer);
  }

  /** Sends a text for a service, by sendMessageSync or sendMessage. */
  public Sent send(String reader, String service, boolean synchronous, String text)
      throws IOException, InterruptedException {
    var order = new Order().reader(reader).service(service);
    var action = Soap.XTA + (synchronous ? "SendMessageSync" : "SendMessage");
    return sent(caller.send(Soap.send(order, text).action(action).contentTypeAction(action)));
  }

  /** Sends a text that is to wait until a time, and is of no use behind a day. */
  public Sent send(String reader, String text, Instant notBefore, String lastDay)
      throws IOException, InterruptedException {
    var order = new Order().reader(reader).notBefore(notBefore.toString()).obsoleteAfter(lastDay);
    return sent(caller.send(Soap.send(order, text)));
  }

  private static Sent sent(XtaCaller.Answer answer) {
    return answer.status() == 200
        ? new Sent(null, null)
        : new Sent(answer.fault(), answer.value("Text"));
  }

  /**
   * Whether readers offer a service.
   *
   * @param fault name and number of the fault; null when it was answered
   * @param answers for each reader {@code ServiceIsAvailable true} and the like
   */
  public record Offers(String fault, List<String> answers) {}

  /** Asks for all readers in one call. */
  public Offers lookup(String service, String... readers) throws IOException, InterruptedException {
    var questions =
        Arrays.stream(readers)
            .map(
                it ->
                    "<x:LookupService><m:Reader><m:Identifier type=\"xoev\">%s</m:Identifier></m:Reader><x:ServiceType>%s</x:ServiceType></x:LookupService>"
                        .formatted(it, service))
            .collect(
                Collectors.joining(
                    "</x:LookupServiceRequestList><x:LookupServiceRequestList>",
                    "<x:LookupServiceRequestList>",
                    "</x:LookupServiceRequestList>"));
    var answer =
        caller.management(
            Soap.call(Soap.XTA + "IsServiceAvailable")
                .body(
                    "<x:LookupServiceRequest xmlns:x=\"http://xoev.de/transport/xta/211\""
                        + " xmlns:m=\"http://www.osci.eu/ws/2014/10/transport\">"
                        + questions
                        + "</x:LookupServiceRequest>"));
    if (answer.status() != 200) {
      return new Offers(answer.fault(), List.of());
    }
    var values = answer.envelope().getElementsByTagNameNS("*", "IsServiceAvailableValue");
    return new Offers(
        null,
        IntStream.range(0, values.getLength())
            .mapToObj(it -> values.item(it).getFirstChild())
            .map(it -> it.getLocalName() + " " + it.getTextContent())
            .toList());
  }
}
