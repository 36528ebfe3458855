package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.route.Beans;
import de.amtsbote.gateway.route.content.CurrentMessage;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Checks the body; what is wrong rejects the message with all findings. */
class XoevValidateProducer extends DefaultProducer {

  private final XoevConfiguration options;
  private final Supplier<Xoev> xoev;
  private final Supplier<MessageStore> store;
  private final Supplier<Checks> checks;

  XoevValidateProducer(XoevEndpoint endpoint) {
    super(endpoint);
    checks = Beans.lazily(endpoint, Checks.class);
    store = Beans.lazily(endpoint, MessageStore.class);
    xoev = Beans.lazily(endpoint, Xoev.class);
    options = endpoint.getConfiguration();
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    var message = CurrentMessage.find(exchange);
    var payload = RouteContent.payload(exchange);
    var wanted = checks(exchange, message);
    var report = xoev.get().validate(payload.source()::open, wanted);
    if (!isStrict() && Checks.isAnswerToATest(message, report)) {
      report = xoev.get().validate(payload.source()::open, wanted.takingTests());
    }
    Grounds.remember(exchange, report);
    requireValid(report);
    if (message.isPresent() && RouteContent.isUntouched(exchange)) {
      store.get().advance(message.get().id(), MessageState.VALIDATED, note(report));
    }
  }

  private ValidationOptions checks(Exchange exchange, Optional<Message> message) {
    var levels =
        options.getLevels() == null
            ? EnumSet.allOf(Level.class)
            : EnumSet.copyOf(Level.parse(options.getLevels()));
    var usual = checks.get().of(message, options.getPartner(), levels, isStrict());
    return Tolerated.of(exchange).contains(Quirk.OLD_HEADER)
        ? checks.get().oldHeader(message).map(usual::toleratingHeader).orElse(usual)
        : usual;
  }

  private boolean isStrict() {
    return Boolean.TRUE.equals(options.getProduction());
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
    var details = new TreeMap<String, String>();
    details.put("standard", report.standard());
    details.put("version", report.version());
    details.put("messageType", report.messageType());
    details.put("warnings", Integer.toString(report.findings().size()));
    if (!report.findings().isEmpty()) {
      details.put("findings", findings(report));
    }
    return Note.of(details);
  }

  /** The codes of what was found but does no harm, each with its number. */
  private static String findings(ValidationReport report) {
    return report.findings().stream()
        .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(it -> it.getKey() + (it.getValue() == 1 ? "" : " × " + it.getValue()))
        .collect(Collectors.joining(", "));
  }
}
