package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Checks the body; what is wrong rejects the message with all findings. */
class XoevValidateProducer extends DefaultProducer {

  private final XoevConfiguration options;
  private final Supplier<Xoev> xoev;
  private final Supplier<MessageStore> store;

  XoevValidateProducer(XoevEndpoint endpoint) {
    super(endpoint);
    store = Beans.lazily(endpoint, MessageStore.class);
    xoev = Beans.lazily(endpoint, Xoev.class);
    options = endpoint.getConfiguration();
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    var message = CurrentMessage.find(exchange);
    var payload = RouteContent.payload(exchange);
    var checks = message.map(Standards::day).map(checks()::on).orElse(checks());
    var report = xoev.get().validate(payload.source()::open, checks);
    requireValid(report);
    if (message.isPresent() && RouteContent.isUntouched(exchange)) {
      store.get().advance(message.get().id(), MessageState.VALIDATED, note(report));
    }
  }

  private ValidationOptions checks() {
    var all =
        options.getLevels() == null
            ? ValidationOptions.ALL
            : ValidationOptions.ALL.withLevels(Level.parse(options.getLevels()));
    return options.isProduction() ? all.inProduction() : all;
  }

  private void requireValid(ValidationReport report) {
    if (!report.isValid()) {
      throw Verdicts.of(report);
    }
    require("standard", options.getStandard(), report.standard());
    require("version", options.getVersion(), report.version());
  }

  private static void require(String what, String wanted, String actual) {
    if (wanted != null && !wanted.equals(actual)) {
      throw new GatewayException(
          ErrorCode.STANDARD_UNKNOWN,
          "the route takes %s '%s' only, not '%s'".formatted(what, wanted, actual));
    }
  }

  private static Note note(ValidationReport report) {
    return Note.of(
        Map.of(
            "standard", report.standard(),
            "version", report.version(),
            "messageType", report.messageType(),
            "warnings", Integer.toString(report.findings().size())));
  }
}
