package de.amtsbote.osci.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.error.Layer;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every recorded message, damaged many times: reading it ends in a message or in a typed error that
 * does not blame this program, and in time. {@code -Damtsbote.fuzz=100000} runs longer.
 */
class DamagedMessagesTest {

  private static final int ROUNDS = Integer.getInteger("amtsbote.fuzz", 60);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int LARGEST = 200_000;

  static List<String> vectors() {
    return Shared.vectorNames();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void damagedMessage_isReadOrRefusedByARule(String name) throws Exception {
    assumeFalse(name.equals(Shared.ABSENT), Shared.ABSENT);
    var reader = reader();
    for (var file : List.of("message.bin", "inner.bin")) {
      var path = Shared.vectorFile(name).resolve(file);
      if (Files.exists(path) && Files.size(path) <= LARGEST) {
        damageAndRead(reader, path, new Mutations(name.hashCode()));
      }
    }
  }

  private static void damageAndRead(MessageReader reader, Path path, Mutations mutations)
      throws Exception {
    var message = Files.readAllBytes(path);
    for (int round = 0; round < ROUNDS; round++) {
      var damaged = mutations.damage(message);
      assertTimeoutPreemptively(LONGEST, () -> read(reader, damaged));
    }
  }

  private static void read(MessageReader reader, byte[] damaged) {
    try (var message = reader.read(new ByteArrayInputStream(damaged), Expectations.NONE)) {
      assertThat(message.open(KEYS).containers()).isNotNull();
    } catch (OsciException e) {
      if (e.error().layer() == Layer.INTERNAL) {
        fail("internal error on " + HexFormat.of().formatHex(damaged), e);
      }
    }
  }

  private static final List<SoftwareKeys> KEYS = keys();

  private static List<SoftwareKeys> keys() {
    if (Shared.vectorNames().contains(Shared.ABSENT)) {
      return List.of();
    }
    return List.of(
        Shared.key("keys/im_enc_3072.p12"),
        Shared.key("keys/alice_enc_3072.p12"),
        Shared.key("keys/bob_enc_3072.p12"),
        Shared.key("keys/bob_enc_2048.p12"));
  }

  private static MessageReader reader() {
    return new MessageReader(
        Spool.temporary(), AlgorithmPolicy.legacyPartner(), ReadLimits.DEFAULT, KEYS);
  }
}
