package de.amtsbote.acceptance.site;

import de.amtsbote.osci.testport.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** A gateway set up as an operator does it: by commands and one configuration file. */
public final class Site implements AutoCloseable {

  public static final String PORTAL_TOKEN = "token-of-the-portal-for-this-test-run-only";
  public static final String OPERATOR_TOKEN = "token-of-the-operator-for-this-test-run-only";

  public static final String PROCEDURE_TOKEN = "token-of-the-procedure-for-this-test-run-only";
  public static final String OTHER_PROCEDURE_TOKEN = "token-of-another-procedure-for-this-run";

  /** The token of a portal of another tenant. */
  public static final String FOREIGN_PORTAL_TOKEN = "token-of-a-foreign-portal-for-this-run-only";

  /** What posts to the Straßenverkehrsamt are signed with. */
  public static final String SECRET = "secret-shared-with-a-procedure-for-this-run";

  private SftpProcedure sftp;
  private QueueProcedure queue;
  private final Path folder;
  private final Path configuration;
  private final Fachverfahren fachverfahren;
  private final Fachverfahren careful;
  private final GatewayProcess gateway;
  private final int dvdvPort;

  private Site(
      Path folder,
      Path configuration,
      Fachverfahren fachverfahren,
      Fachverfahren careful,
      GatewayProcess gateway,
      int dvdvPort) {
    this.dvdvPort = dvdvPort;
    this.folder = folder;
    this.configuration = configuration;
    this.fachverfahren = fachverfahren;
    this.careful = careful;
    this.gateway = gateway;
  }

  /** Lays keys and the standards that are there, writes the configuration; starts nothing. */
  public static Site prepare(String... extraLines) throws IOException, InterruptedException {
    Path folder =
        Files.createTempDirectory(
            "amtsbote-acceptance-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    Provisions.keys(folder.resolve("certificates"));
    Provisions.standards(folder.resolve("standards"));
    Files.writeString(folder.resolve("secret"), SECRET);
    Fachverfahren fachverfahren = Fachverfahren.open();
    Fachverfahren careful = Fachverfahren.openForKnown(folder.resolve("certificates"));
    int port = Ports.free();
    int dvdvPort = Ports.free();
    Path configuration = folder.resolve("application.yaml");
    Files.writeString(
        configuration,
        SiteConfiguration.yaml(folder, port, fachverfahren.address())
            + SiteConfiguration.xta(
                folder,
                Ports.free(),
                certificate(folder, "portal-signature"),
                certificate(folder, "client"),
                certificate(folder, "meldebehoerde-signature"),
                careful.address())
            + SiteConfiguration.dvdv(dvdvPort)
            + String.join("\n", extraLines));
    Files.writeString(folder.resolve("directory.yaml"), SiteConfiguration.directory(port));
    return new Site(
        folder,
        configuration,
        fachverfahren,
        careful,
        new GatewayProcess(configuration, folder.resolve("console.log"), port),
        dvdvPort);
  }

  /** The same with an SFTP server and a broker of procedures. */
  static Site prepareWithLines(SftpProcedure sftp, QueueProcedure queue)
      throws IOException, InterruptedException {
    Site site = prepare(sftp.settings(), queue.settings());
    site.sftp = sftp;
    site.queue = queue;
    return site;
  }

  /** The procedure behind the SFTP server; only in the site that tests share. */
  public SftpProcedure sftp() {
    return sftp;
  }

  /** The procedure behind the broker; only in the site that tests share. */
  public QueueProcedure queue() {
    return queue;
  }

  /** The procedure that looks into a folder and answers. */
  public FolderProcedure clerk() {
    return new FolderProcedure(answeredFolder());
  }

  /** The folder that it looks into. */
  public Path answeredFolder() {
    return folder.resolve("bauamt");
  }

  /** A certificate of the sample PKI. */
  byte[] certificate(String name) throws IOException {
    return certificate(folder, name);
  }

  private static byte[] certificate(Path folder, String name) throws IOException {
    return Files.readAllBytes(folder.resolve("certificates").resolve(name + ".cer"));
  }

  public GatewayProcess gateway() {
    return gateway;
  }

  public Fachverfahren fachverfahren() {
    return fachverfahren;
  }

  /** The procedure that lets in nobody without a certificate that it trusts. */
  public Fachverfahren careful() {
    return careful;
  }

  /** A DVDV server that the gateway asks; knows the registration office under this key too. */
  public DvdvProcess dvdv(String key) throws IOException {
    Path entries = folder.resolve("dvdv.yaml");
    String directory = Files.readString(folder.resolve("directory.yaml"));
    Files.writeString(entries, directory.replace("mbe:99001001", key));
    return DvdvProcess.start(dvdvPort, entries, SiteConfiguration.DVDV_SERVICE);
  }

  /** The folder of everything that is configured. */
  public Path folder() {
    return folder;
  }

  /** The configuration file of the gateway. */
  public Path configuration() {
    return configuration;
  }

  /** The folder with the sample PKI. */
  Path certificates() {
    return folder.resolve("certificates");
  }

  /** The folder from which files are handed in. */
  public Path entryFolder() {
    return folder.resolve("data/ablage");
  }

  /** The folder that the file delivery drops into. */
  public Path dropFolder() {
    return folder.resolve("gewerbeamt");
  }

  /** Everything that the gateway wrote to its log and to its console. */
  public String log() throws IOException {
    Path log = folder.resolve("gateway.log");
    return gateway.output() + (Files.exists(log) ? Files.readString(log) : "");
  }

  private void closeLines() throws IOException {
    if (sftp == null) {
      return;
    }
    sftp.close();
    queue.close();
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    fachverfahren.close();
    careful.close();
    closeLines();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
