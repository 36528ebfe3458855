package de.amtsbote.osci.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.amtsbote.osci.testpki.TestKeys;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.testpki.TickingClock;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A certificate that brings along more ways to an authority than anybody could try. */
class RefusedMazeTest {

  private static final TestPki CA = TestPki.root("Maze");

  private final CertificateChecker checker =
      new CertificateChecker(
          TrustMaterial.of(Set.of(TestPki.root("Trusted").certificate())),
          RevocationPolicy.unchecked(),
          new TickingClock(TestPki.NOW));

  @Test
  void authoritiesThatCertifyEachOther_areGivenUp() {
    var keys = TestKeys.rsa();
    var helpers = new ArrayList<X509Certificate>();
    for (int i = 0; i < 30; i++) {
      helpers.add(CA.spec("Maze", keys).authority().signedBy(keys.getPrivate(), keys.getPublic()));
    }
    var leaf = CA.spec("Leaf").signedBy(keys.getPrivate(), keys.getPublic());

    var report =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> checker.check(leaf, helpers, CertificateUse.SIGNATURE));

    assertThat(report.trusted()).isFalse();
    assertThat(report.findings()).containsExactly(Finding.UNKNOWN_CA);
  }

  @Test
  void pathThatIsTooLong_isGivenUp() {
    var root = TestPki.root("Root");
    var last = root;
    var helpers = new ArrayList<X509Certificate>();
    for (int i = 0; i < 9; i++) {
      last = last.intermediate("CA " + i);
      helpers.add(last.certificate());
    }
    var trusting =
        new CertificateChecker(
            TrustMaterial.of(Set.of(root.certificate())),
            RevocationPolicy.unchecked(),
            new TickingClock(TestPki.NOW));
    var leaf = last.signer("Leaf").certificate();

    assertThat(trusting.check(leaf, helpers, CertificateUse.SIGNATURE).findings())
        .containsExactly(Finding.UNKNOWN_CA);
    var shorter = root.intermediate("CA");
    assertThat(
            trusting
                .check(
                    shorter.signer("Leaf").certificate(),
                    List.of(shorter.certificate()),
                    CertificateUse.SIGNATURE)
                .trusted())
        .isTrue();
  }
}
