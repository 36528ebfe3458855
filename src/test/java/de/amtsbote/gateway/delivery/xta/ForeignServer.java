package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.security.ClientTls;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.TrustFolder;
import de.amtsbote.osci.testpki.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** The XTA server of the test gateway as that of somebody else, named {@code andere}. */
public final class ForeignServer {

  /** Its name. */
  public static final String NAME = "andere";

  private final Path folder;
  private final int port;
  private String author = "gae:1";
  private TestIdentity identity = TestXta.PORTAL;
  private Path trust;
  private Duration answerTimeout = Duration.ofSeconds(20);
  private String mailboxPath = "msgbox";
  private String alias = "tls";
  private long limit = 1 << 20;
  private boolean tolerant;

  /** Our account there is that of the portal, unless it is said otherwise. */
  public ForeignServer(Path folder, int port) throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.port = port;
    this.trust = Files.createDirectories(folder.resolve("trust"));
    Files.write(trust.resolve("ca.cer"), TestXta.authority().getEncoded());
  }

  /** Our account there. */
  public ForeignServer as(String party, TestIdentity caller) {
    author = party;
    identity = caller;
    return this;
  }

  ForeignServer trusting(Path authorities) {
    trust = authorities;
    return this;
  }

  ForeignServer patient(Duration time) {
    answerTimeout = time;
    return this;
  }

  /** The name of our key in its file. */
  ForeignServer alias(String name) {
    alias = name;
    return this;
  }

  /** The address of another port where that of the mailbox must stand. */
  ForeignServer mailboxAt(String path) {
    mailboxPath = path;
    return this;
  }

  /** Largest content that is fetched. */
  public ForeignServer limit(long octets) {
    limit = octets;
    return this;
  }

  /** Orders from there may lack what some servers leave out. */
  public ForeignServer tolerant() {
    tolerant = true;
    return this;
  }

  XtaServersProperties.Server settings() throws IOException, GeneralSecurityException {
    var password = Files.writeString(folder.resolve("password"), new String(TestXta.PASSWORD));
    var ports = "https://localhost:" + port + "/xta/";
    return new XtaServersProperties.Server(
        URI.create(ports + "management"),
        URI.create(ports + "send"),
        URI.create(ports + mailboxPath),
        author,
        "test",
        TestXta.keyStore(folder, "client-" + UUID.randomUUID(), identity),
        password,
        alias,
        trust,
        null,
        "urn:example:typen",
        DataSize.ofBytes(limit),
        Duration.ofSeconds(5),
        answerTimeout,
        null,
        tolerant);
  }

  /** As the gateway has it when it is configured so. */
  public XtaServers servers() throws IOException, GeneralSecurityException {
    return new XtaServers(
        Map.of(NAME, settings()),
        new ClientTls(new KeyFiles(false)),
        it -> new TrustFolder("trust", it, false));
  }
}
