package de.amtsbote.osci.trust;

import static de.amtsbote.osci.testpki.TestPki.NOW;
import static de.amtsbote.osci.trust.TrustFixture.CA;
import static de.amtsbote.osci.trust.TrustFixture.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.testpki.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustDirectoryTest {

  private static final Duration LOOK = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final TickingClock clock = new TickingClock(NOW);

  @Test
  void readsAnchorsIntermediatesAndCrls() throws Exception {
    write("anchors/root.cer", ROOT.certificate().getEncoded());
    write("intermediates/ca.cer", CA.certificate().getEncoded());
    write("crls/ca.crl", CA.crl(NOW).getEncoded());

    var material = new TrustDirectory(folder, LOOK, clock).get();

    assertThat(material.anchors()).containsExactly(ROOT.certificate());
    assertThat(material.intermediates()).containsExactly(CA.certificate());
    assertThat(material.crls()).hasSize(1);
  }

  @Test
  void newAnchor_isTrustedWithoutARestart() throws Exception {
    var trust = new TrustDirectory(folder, LOOK, clock);
    var checker = new CertificateChecker(trust, RevocationPolicy.unchecked(), clock);
    var alice = ROOT.signer("Alice").certificate();
    assertThat(checker.check(alice, CertificateUse.SIGNATURE).trusted()).isFalse();

    write("anchors/root.cer", ROOT.certificate().getEncoded());
    clock.advance(LOOK);

    assertThat(checker.check(alice, CertificateUse.SIGNATURE).trusted()).isTrue();
  }

  @Test
  void folderThatBecameUnreadable_leavesTheStateBeforeInForce() throws Exception {
    write("anchors/root.cer", ROOT.certificate().getEncoded());
    var trust = new TrustDirectory(folder, LOOK, clock);

    write("anchors/broken.cer", "no certificate".getBytes());
    clock.advance(LOOK);

    assertThat(trust.get().anchors()).containsExactly(ROOT.certificate());
  }

  @Test
  void brokenFileAtTheStart_isAnError() throws Exception {
    write("anchors/broken.cer", "no certificate".getBytes());

    assertThatThrownBy(() -> new TrustDirectory(folder, LOOK, clock))
        .isInstanceOf(IOException.class);
  }

  private void write(String name, byte[] octets) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), octets);
  }
}
