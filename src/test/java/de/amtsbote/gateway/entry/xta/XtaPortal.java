package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.TestXta;
import java.io.IOException;
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
    return answer.status() == 200
        ? new Sent(null, null)
        : new Sent(answer.fault(), answer.value("Text"));
  }
}
