package de.amtsbote.osci.testing;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.inspect.InspectOptions;
import de.amtsbote.osci.inspect.InspectReport;
import de.amtsbote.osci.inspect.MessageInspector;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Messages of tests and what an inspector says of them. */
public final class Inspected {

  /** No keys; a time at which all certificates of the tests are valid. */
  public static final InspectOptions OPTIONS =
      InspectOptions.at(Instant.parse("2026-11-23T09:00:00Z"));

  private Inspected() {}

  /** The octets of a message. */
  public static byte[] octets(OutgoingMessage message, OrderSecurity security) throws IOException {
    var composer = new MessageComposer(Spool.temporary(), AlgorithmPolicy.standard());
    try (var composed = composer.compose(message, security)) {
      var out = new ByteArrayOutputStream();
      composed.writeTo(out);
      return out.toByteArray();
    }
  }

  /** The report on a message. */
  public static InspectReport report(byte[] message, InspectOptions options) throws IOException {
    return new MessageInspector(options, Spool.temporary())
        .inspect(new ByteArrayInputStream(message));
  }

  /** The report as a reader of its JSON form sees it; JSON is YAML too. */
  public static Map<String, Object> json(byte[] message, InspectOptions options)
      throws IOException {
    return new Yaml().load(report(message, options).toJson());
  }
}
