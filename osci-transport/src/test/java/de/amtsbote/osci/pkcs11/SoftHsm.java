package de.amtsbote.osci.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.osci.testpki.TestIdentity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A token of Debian's softhsm2, in the folder that the build names in SOFTHSM2_CONF. */
final class SoftHsm {

  static final char[] PIN = "1234".toCharArray();
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

  private SoftHsm() {}

  /** A fresh token with these keys; the test is skipped where there is no softhsm2. */
  static Pkcs11Token with(List<TestIdentity> identities)
      throws IOException, InterruptedException, GeneralSecurityException {
    var library = LIBRARIES.stream().filter(Files::exists).findFirst();
    var configuration = System.getenv("SOFTHSM2_CONF");
    assumeTrue(library.isPresent(), "softhsm2 is not installed");
    assumeTrue(configuration != null, "SOFTHSM2_CONF is not set");
    assumeTrue(isInstalled("softhsm2-util"), "softhsm2-util is not installed");
    var tokens = Files.createTempDirectory(Path.of(configuration).getParent(), "tokens");
    Files.writeString(
        Path.of(configuration), "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    initToken();
    store(library.get(), identities);
    return Pkcs11Token.open(library.get(), 0, PIN);
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void initToken() throws IOException, InterruptedException {
    var pin = new String(PIN);
    var init =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "test",
                "--so-pin",
                pin,
                "--pin",
                pin)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(init.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(init.exitValue()).isZero();
  }

  private static void store(Path library, List<TestIdentity> identities)
      throws GeneralSecurityException, IOException {
    var provider =
        Security.getProvider("SunPKCS11")
            .configure("--name = Setup\nlibrary = " + library + "\nslotListIndex = 0\n");
    var store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, PIN);
    for (var identity : identities) {
      var name = identity.certificate().getSubjectX500Principal().getName();
      var label = name.substring(name.indexOf("CN=") + 3).split(",")[0];
      store.setKeyEntry(label, identity.key(), PIN, new Certificate[] {identity.certificate()});
    }
  }
}
