package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of settings before anything is opened. */
class DeliveryRulesTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void fileThatIsThere() throws Exception {
    file = Files.writeString(folder.resolve("there"), "x");
  }

  @Test
  void completeSettings_haveNoProblem() {
    assertThat(problems("kind", "file", "folder", "x", "two-step", "true")).isEmpty();
    assertThat(sftp("login.key-file", file)).isEmpty();
    assertThat(sftp("login.password-file", file)).isEmpty();
    assertThat(problems("kind", "http", "url", "http://localhost/")).isEmpty();
    assertThat(
            problems(
                "kind",
                "http",
                "url",
                "https://a.example/",
                "tls.trust",
                folder,
                "secret.file",
                file))
        .isEmpty();
    assertThat(problems("kind", "jms", "url", "tcp://localhost:61616", "queue", "q")).isEmpty();
    assertThat(problems("kind", "mailbox", "parties", "ags:1")).isEmpty();
  }

  @Test
  void kindThatIsMissing_isNamed() {
    assertThat(problems()).containsExactly("kind");
  }

  @Test
  void repliesAreNotConfigured() {
    assertThat(DeliveryRules.check("replies", DeliveryTestSettings.of("kind", "file"))).hasSize(1);
    assertThat(problems("kind", "replies")).containsExactly("kind");
  }

  @Test
  void folderThatIsMissing_isNamed() {
    assertThat(problems("kind", "file")).containsExactly("folder");
  }

  @Test
  void addressOfAnotherKind_isNamed() {
    assertThat(problems("kind", "http", "url", "ftp://localhost/")).containsExactly("url");
    assertThat(problems("kind", "http")).containsExactly("url");
    assertThat(problems("kind", "jms", "url", "http://localhost:1", "queue", "q"))
        .containsExactly("url");
  }

  @Test
  void passwordInAnAddress_isRefused() {
    assertThat(problems("kind", "http", "url", "https://me:secret@a.example/"))
        .containsExactly("url");
  }

  @Test
  void optionsInTheAddressOfABroker_areRefused() {
    assertThat(problems("kind", "jms", "url", "ssl://a.example:61617?trustAll=true", "queue", "q"))
        .containsExactly("url");
    assertThat(problems("kind", "jms", "url", "ssl://a.example", "queue", "q"))
        .containsExactly("url");
  }

  @Test
  void serverWhoseKeyNobodyKnows_isRefused() {
    assertThat(
            problems(
                "kind",
                "sftp",
                "url",
                "sftp://a.example",
                "folder",
                "x",
                "login.user",
                "u",
                "login.key-file",
                file))
        .containsExactly("login.known-hosts");
  }

  @Test
  void loginWithoutKeyAndPassword_isRefused() {
    assertThat(sftp("partner", "p")).containsExactly("login.key-file");
    assertThat(problems("kind", "sftp", "url", "sftp://a.example", "folder", "x"))
        .containsExactly("login.user");
  }

  @Test
  void fileThatIsNotThere_isNamed() {
    assertThat(sftp("login.key-file", folder.resolve("gone"))).containsExactly("login.key-file");
    assertThat(
            problems("kind", "http", "url", "https://a.example/", "secret.file", folder + "/gone"))
        .containsExactly("secret.file");
  }

  @Test
  void trustWithoutTls_isRefused() {
    assertThat(problems("kind", "http", "url", "http://a.example/", "tls.trust", folder))
        .containsExactly("url");
  }

  @Test
  void ownKeyWithoutTrust_isRefused() {
    assertThat(
            problems(
                "kind",
                "http",
                "url",
                "https://a.example/",
                "tls.key-store",
                file,
                "tls.password-file",
                file))
        .containsExactly("tls.trust");
  }

  @Test
  void settingOfAnotherKind_isRefused() {
    assertThat(problems("kind", "http", "url", "http://a.example/", "two-step", "true"))
        .containsExactly("two-step");
    assertThat(problems("kind", "file", "folder", "x", "secret.file", file))
        .containsExactly("secret");
    assertThat(problems("kind", "file", "folder", "x", "tls.trust", folder)).containsExactly("tls");
    assertThat(problems("kind", "file", "folder", "x", "login.user", "u")).containsExactly("login");
  }

  @Test
  void limitsThatMakeNoSense_areRefused() {
    assertThat(problems("kind", "file", "folder", "x", "concurrency", "-1", "largest", "0B"))
        .containsExactly("concurrency", "largest");
  }

  private List<String> sftp(Object... more) {
    var all =
        new ArrayList<Object>(
            List.of(
                "kind",
                "sftp",
                "url",
                "sftp://a.example:2222",
                "folder",
                "eingang",
                "login.user",
                "amtsbote",
                "login.known-hosts",
                file));
    all.addAll(List.of(more));
    return problems(all.toArray());
  }

  private static List<String> problems(Object... settings) {
    return DeliveryRules.check("archiv", DeliveryTestSettings.of(settings)).stream()
        .map(DeliveryRules.Problem::key)
        .toList();
  }
}
