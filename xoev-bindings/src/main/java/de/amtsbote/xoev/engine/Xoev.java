package de.amtsbote.xoev.engine;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.container.ContainerLimits;
import de.amtsbote.xoev.container.MessageContainer;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.reply.Replies;
import de.amtsbote.xoev.reply.Sender;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything the library knows about the standards installed in one directory. Thread-safe; hold
 * one per process. What is running while {@link #reload()} is called goes on with the packages it
 * started with.
 */
public final class Xoev {

  private final Path directory;
  private final Clock clock;
  private volatile Installed installed;

  private Xoev(StandardCatalog catalog, Clock clock) {
    this.directory = catalog.directory();
    this.clock = clock;
    this.installed = new Installed(catalog, clock, Optional.empty());
  }

  /**
   * Reads the installed packages; schemas are compiled when they are first needed or by {@link
   * #prepare()}.
   *
   * @param standards directory with one folder per package; it may not exist yet
   * @throws XoevException when a manifest is wrong
   */
  public static Xoev open(Path standards, Clock clock) {
    return new Xoev(new StandardInstaller(standards).catalog(), clock);
  }

  /** The packages of a catalog and no others, until {@link #reload()} reads its directory. */
  public static Xoev of(StandardCatalog catalog, Clock clock) {
    return new Xoev(catalog, clock);
  }

  /**
   * Looks at the directory again and takes over what is installed now; compiled packages that
   * stayed are kept.
   */
  public synchronized void reload() {
    installed = new Installed(installer().catalog(), clock, Optional.of(installed));
  }

  /**
   * Compiles schemas and rules of all packages in parallel.
   *
   * @throws XoevException of the first package that does not compile
   */
  public void prepare() {
    installed.prepareAll();
  }

  /**
   * Rule files with a run that was out of time and goes on, as {@code package/file}: messages that
   * need them are not checkable meanwhile. Each is tried again after five minutes.
   */
  public List<String> lateRules() {
    return installed.lateRules();
  }

  /** The installed packages at this moment. */
  public StandardCatalog catalog() {
    return installed.catalog();
  }

  /** Installs, removes and checks packages in the directory; call {@link #reload()} afterwards. */
  public StandardInstaller installer() {
    return new StandardInstaller(directory);
  }

  /**
   * Which package a message belongs to, by today's releases.
   *
   * @throws IOException when the bytes cannot be read
   */
  public Dispatch dispatch(Content content) throws IOException {
    return dispatch(content, LocalDate.now(clock));
  }

  /** Which package a message belongs to, by the releases of a day. */
  public Dispatch dispatch(Content content, LocalDate day) throws IOException {
    try {
      return installed.dispatch(message(content), day);
    } catch (XoevException failure) {
      return Incoming.unreadable(failure);
    }
  }

  /**
   * The message itself: what came, or what lies in the ZIP container that came.
   *
   * @throws IOException when the bytes cannot be read
   * @throws XoevException ({@link XoevError#CONTAINER_UNSAFE}) when the container has none
   */
  public Content message(Content content) throws IOException {
    return Incoming.message(content, installed::isRoot);
  }

  /**
   * What came, or what lies in the ZIP container that came, for somebody who asks several things
   * about it: the container is looked through once and not with each question. What is wrong with
   * the container is what {@link #dispatch(Content)} then says.
   *
   * @throws IOException when the bytes cannot be read
   */
  public Content opened(Content content) throws IOException {
    return Incoming.opened(content, installed::isRoot);
  }

  /**
   * SHA-256 over names and contents of all that a ZIP container holds, the same however it was
   * packed; empty for what is no container.
   *
   * @throws IOException when the bytes cannot be read
   * @throws XoevException ({@link XoevError#CONTAINER_UNSAFE} and the like)
   */
  public Optional<String> contentHash(Content content) throws IOException {
    return MessageContainer.looksLikeOne(content)
        ? Optional.of(
            MessageContainer.open(content, ContainerLimits.DEFAULT, installed::isRoot)
                .contentHash())
        : Optional.empty();
  }

  /**
   * Reads the header of a message.
   *
   * @return empty when no package knows the message or its standard has no header
   * @throws IOException when the bytes cannot be read
   * @throws XoevException when the header is broken
   */
  public Optional<XoevHeader> header(Content content) throws IOException {
    Dispatch dispatch = dispatch(content);
    return dispatch instanceof Dispatch.Known known
        ? header(content, known.standard())
        : Optional.empty();
  }

  /** Reads the header of a message whose package is known. */
  public Optional<XoevHeader> header(Content content, StandardPackage standard) {
    return installed.headers(standard).read(() -> message(content).open());
  }

  /**
   * Validates a message, by itself or in a ZIP container; all that is wrong with it stands in the
   * report.
   *
   * @throws IOException when the bytes cannot be read
   */
  public ValidationReport validate(Content content, ValidationOptions options) throws IOException {
    Installed now = installed;
    long end = System.nanoTime() + options.limits().time().toNanos();
    try {
      if (!Incoming.isContainer(content)) {
        return now.validator().validate(content, options);
      }
      var limits = ContainerLimits.DEFAULT.withTime(options.limits().time());
      var container = MessageContainer.open(content, limits, now::isRoot);
      var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      return validate(container, options.within(options.limits().withTime(left)));
    } catch (XoevException failure) {
      return Incoming.refused(failure, options);
    }
  }

  /**
   * Validates the message in a container, its references against the documents beside it, and its
   * file name against its content.
   *
   * @throws IOException when the bytes cannot be read
   */
  public ValidationReport validate(MessageContainer container, ValidationOptions options)
      throws IOException {
    Installed now = installed;
    var report =
        now.validator().validate(container.message(), Incoming.withDocuments(options, container));
    var standard = now.catalog().find(report.standard(), report.version());
    if (standard.isEmpty() || !report.levels().contains(Level.HEADER)) {
      return report;
    }
    var profile = options.profiles().of(report.standard(), report.version(), options.partner());
    var header = readable(now, container.message(), standard.get());
    return ContainerName.checked(report, container.messageName(), header, profile);
  }

  /** A header that is broken was reported by validation. */
  private static Optional<XoevHeader> readable(
      Installed now, Content message, StandardPackage standard) {
    try {
      return now.headers(standard).read(message);
    } catch (XoevException broken) {
      return Optional.empty();
    }
  }

  /**
   * Writes answers to messages of the standards that are installed at this moment.
   *
   * @param sender who answers
   */
  public Replies replies(Sender sender) {
    return installed.replies(sender);
  }
}
