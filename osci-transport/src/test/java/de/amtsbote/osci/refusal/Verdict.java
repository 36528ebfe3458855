package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.inspect.InspectOptions;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.testing.Inspected;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** What somebody who looks into a message is told of it. */
final class Verdict {

  /** Somebody who owns the keys of the intermediary and of the addressee. */
  static final InspectOptions KEYS =
      Inspected.OPTIONS.keys(List.of(Parties.INTERMEDIARY_CIPHER, Parties.ADDRESSEE_CIPHER));

  private Verdict() {}

  /**
   * The message is refused.
   *
   * @param feedback what a supplier answers; null if the protocol has no code for it
   */
  static void assertRejected(byte[] message, InspectOptions options, String layer, String feedback)
      throws IOException {
    var tree = Inspected.json(message, options);
    assertThat(tree)
        .containsEntry("verdict", "reject")
        .containsEntry("rejectLayer", layer)
        .containsEntry("feedbackCode", feedback);
    assertThat(tree.get("rejectReason")).asString().isNotBlank();
  }

  static void assertRejected(byte[] message, String layer, String feedback) throws IOException {
    assertRejected(message, KEYS, layer, feedback);
  }

  static void assertAccepted(byte[] message, InspectOptions options) throws IOException {
    var tree = Inspected.json(message, options);
    assertThat(tree).containsEntry("rejectReason", null).containsEntry("verdict", "accept");
  }

  /** A message of this type without any protection of its own. */
  static byte[] plain(MessageType type) {
    OutgoingMessage message =
        Samples.all().stream().filter(it -> it.type() == type).findFirst().orElseThrow();
    return new Attack().message(message, OrderSecurity.NONE);
  }

  /** The usual delivery for everybody to read, changed. */
  static byte[] plain(UnaryOperator<String> change) {
    return Attack.edit(new Attack().message(Attack.plain(), OrderSecurity.NONE), change);
  }

  /** The usual order, signed by its originator and changed afterwards. */
  static byte[] signed(UnaryOperator<String> change) {
    return Attack.edit(new Attack().message(Attack.plain(), Attack.SIGNED), change);
  }

  /** The usual order under transport encryption, changed afterwards. */
  static byte[] sealed(UnaryOperator<String> change) {
    return Attack.edit(new Attack().message(Attack.plain(), Attack.FULL), change);
  }

  /** The usual content, encrypted for the addressee and changed afterwards. */
  static byte[] encrypted(UnaryOperator<String> change) {
    ContentPackage content = Attack.encrypted();
    return Attack.edit(new Attack().message(content, OrderSecurity.NONE), change);
  }

  /** Flips a bit so many octets before the last occurrence of a text. */
  static UnaryOperator<String> flip(String text, int before) {
    return t -> {
      int at = t.lastIndexOf(text) - before;
      char other = t.charAt(at) == 'A' ? 'B' : 'A';
      return t.substring(0, at) + other + t.substring(at + 1);
    };
  }

  /** Gives the octets of two attachments to each other. */
  static String swapped(String text) {
    return text.replace("Content-ID: <a.bin>", "Content-ID: <swap>")
        .replace("Content-ID: <b.bin>", "Content-ID: <a.bin>")
        .replace("Content-ID: <swap>", "Content-ID: <b.bin>");
  }
}
