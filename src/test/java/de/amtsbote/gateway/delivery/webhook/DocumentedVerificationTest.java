package de.amtsbote.gateway.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.gateway.delivery.signature.SharedSecret;
import de.amtsbote.gateway.delivery.signature.Signature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verification that docs/portal.md shows takes what the gateway signs, and nothing else. */
class DocumentedVerificationTest {

  private static final Pattern SCRIPT =
      Pattern.compile("cat > verify\\.sh <<'END'\\n(.*?)\\nEND\\n", Pattern.DOTALL);
  private static final byte[] BODY = "{\"specversion\":\"1.0\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final Instant now = Clock.systemUTC().instant();

  @BeforeEach
  void takeTheScript() throws Exception {
    assumeTrue(isOnPath("openssl"), "the example needs openssl");
    var page = SCRIPT.matcher(Files.readString(Path.of("docs/portal.md")));
    assertThat(page.find()).isTrue();
    Files.writeString(folder.resolve("verify.sh"), page.group(1) + "\n");
    Files.write(folder.resolve("body"), BODY);
    Files.writeString(folder.resolve("secret"), "0123456789abcdef0123456789abcdef\n");
    Files.writeString(folder.resolve("next"), "fedcba9876543210fedcba9876543210\n");
  }

  @Test
  void signedEvent_isTaken() throws Exception {
    assertThat(verify(now, sign(now, BODY, "secret"), "secret")).isZero();
  }

  @Test
  void whileSecretsChange_eachIsEnough() throws Exception {
    var both = sign(now, BODY, "secret", "next");

    assertThat(verify(now, both, "secret")).isZero();
    assertThat(verify(now, both, "next")).isZero();
  }

  @Test
  void changedBody_isRefused() throws Exception {
    var other = "{\"specversion\":\"1.1\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(verify(now, sign(now, other, "secret"), "secret")).isEqualTo(1);
  }

  @Test
  void otherSecret_isRefused() throws Exception {
    assertThat(verify(now, sign(now, BODY, "next"), "secret")).isEqualTo(1);
  }

  @Test
  void changedTime_isRefused() throws Exception {
    assertThat(verify(now.plusSeconds(1), sign(now, BODY, "secret"), "secret")).isEqualTo(1);
  }

  @Test
  void recordedEvent_isRefusedWhenItIsPlayedAgain() throws Exception {
    var before = now.minus(Duration.ofMinutes(6));

    assertThat(verify(before, sign(before, BODY, "secret"), "secret")).isEqualTo(1);
  }

  private String sign(Instant time, byte[] body, String... secrets) {
    var places =
        List.of(secrets).stream()
            .map(it -> new SharedSecret(it, folder.resolve(it), null))
            .toList();
    return Signature.of(places, time, body);
  }

  private int verify(Instant time, String signature, String secret) throws Exception {
    var process =
        new ProcessBuilder(
                "bash",
                "verify.sh",
                "body",
                Long.toString(time.getEpochSecond()),
                signature,
                secret)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private static boolean isOnPath(String program) throws IOException, InterruptedException {
    var process = new ProcessBuilder("bash", "-c", "command -v " + program).start();
    return process.waitFor() == 0;
  }
}
