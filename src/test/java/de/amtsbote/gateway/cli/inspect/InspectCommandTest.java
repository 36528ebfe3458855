package de.amtsbote.gateway.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InspectCommandTest {

  private static final Path VECTORS = Path.of("..", "shared", "osci", "vectors");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    var texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return new CommandLine(new InspectCommand(CLOCK))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(texts);
  }

  private static Path vector(String name) {
    var file = VECTORS.resolve(name);
    assumeTrue(Files.exists(file), "needs ../shared/osci/vectors/" + name);
    return file;
  }

  @Test
  void garbage_isRefusedWithLayerAndReason() throws IOException {
    var file = Files.writeString(folder.resolve("garbage.bin"), "no message");

    assertThat(run(file, "--json")).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"verdict\": \"reject\"", "\"rejectLayer\": \"mime\"", "\"rejectReason\": ");
  }

  @Test
  void missingFile_isAUsageError() {
    assertThat(run(folder.resolve("nothing.bin"))).isEqualTo(2);
  }

  @Test
  void keystoreWithoutPassword_isAUsageError() throws IOException {
    var file = Files.writeString(folder.resolve("message.bin"), "x");

    assertThat(run(file, "--keystore", folder.resolve("keys.p12"))).isEqualTo(2);
  }

  @Test
  void unknownPolicy_isAUsageError() throws IOException {
    var file = Files.writeString(folder.resolve("message.bin"), "x");

    assertThat(run(file, "--policy", "anything")).isEqualTo(2);
  }

  @Test
  void encryptedOrder_isOpenedWithItsKeys() {
    var file = vector("store-full-transport/message.bin");

    int code =
        run(
            file,
            "--keystore",
            vector("keys/im_enc_3072.p12"),
            "--keystore",
            vector("keys/bob_enc_3072.p12"),
            "--password",
            "osci",
            "--trust",
            vector("keys/ca.cer"),
            "--require",
            "order-signature,content-signature",
            "--json");

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("\"messageType\": \"storeDelivery\"", "\"verdict\": \"accept\"")
        .contains(
            "\"sha256\": \"df7389e2f651a2726a4060a063d8651a4459ce6b7832b0e8b3cea87110cc03a8\"");
  }

  @Test
  void extract_writesPlainContents() {
    var contents = folder.resolve("contents");

    int code =
        run(
            vector("store-content-encrypted/message.bin"),
            "--keystore",
            vector("keys/bob_enc_3072.p12"),
            "--password",
            "osci",
            "--extract",
            contents);

    assertThat(code).isZero();
    assertThat(contents).isNotEmptyDirectory();
  }

  @Test
  void extractOfTwoMessages_writesTheContentsOfBoth() throws IOException {
    var contents = folder.resolve("contents");

    int code =
        run(
            vector("store-plain/message.bin"),
            vector("store-content-signed/message.bin"),
            "--extract",
            contents);

    assertThat(code).isZero();
    try (var files = Files.list(contents)) {
      assertThat(files).hasSizeGreaterThan(1);
    }
  }

  @Test
  void extractToAFile_isAUsageErrorBehindTheReport() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThat(run(vector("store-plain/message.bin"), "--extract", file, "--json")).isEqualTo(2);
    assertThat(out.toString()).contains("\"verdict\": \"accept\"");
    assertThat(err.toString()).contains("Contents cannot be written to").doesNotContain("\tat ");
  }

  @Test
  void changedOrder_isRefusedAtItsSignature() {
    assertThat(run(vector("neg-order-subject/message.bin"), "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"rejectLayer\": \"order-signature\"");
  }

  @Test
  void missingChallenge_isRefusedAtTheDialog() {
    assertThat(run(vector("rsp-fetchdelivery/message.bin"), "--challenge", "b3RoZXI=", "--json"))
        .isEqualTo(1);
    assertThat(out.toString()).contains("\"rejectLayer\": \"dialog\"");
  }
}
