package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.codelist.CodeLists;
import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes answers to received messages in the message types that their standard has for it, along
 * its schema: rejection ("return to sender"), receipt of an application, acknowledgement. Author
 * and reader change places. Answers are never answered. Thread-safe.
 */
public final class Replies {

  /** Fewer letters in common are chance. */
  private static final int FEWEST_LETTERS = 4;

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private final StandardCatalog catalog;
  private final CodeLists lists;
  private final Clock clock;
  private final Sender sender;
  private final Map<StandardPackage, SoftReference<SchemaModel>> models = new ConcurrentHashMap<>();

  /**
   * @param catalog the installed packages
   * @param lists their code lists
   * @param sender who answers
   */
  public Replies(StandardCatalog catalog, CodeLists lists, Clock clock, Sender sender) {
    this.catalog = catalog;
    this.lists = lists;
    this.clock = clock;
    this.sender = sender;
  }

  /** What an answer says beyond the message it answers. */
  private record Saying(
      ReplyKind kind,
      List<Reason> reasons,
      Optional<Content> original,
      String caseNumber,
      String status) {}

  /**
   * The message types that answer a message in this way, the best one first; empty when the
   * standard has none or the message is itself an answer.
   */
  public List<MessageRoot> rootsOf(ReplyKind kind, Dispatch.Known received) {
    if (ReplyKind.isFinal(received.root().name())) {
      return List.of();
    }
    return received.standard().manifest().roots().stream()
        .filter(root -> kind.isNameOf(root.name()))
        .sorted(
            Comparator.comparing((MessageRoot root) -> -kinship(root, received.root()))
                .thenComparing(root -> kind.words(root.name()))
                .thenComparing(root -> kind.word(root.name()).length())
                .thenComparing(MessageRoot::name))
        .toList();
  }

  /** How close two message types are: words they share at their start, then letters. */
  private static int kinship(MessageRoot answer, MessageRoot received) {
    String one = answer.name();
    String other = received.name();
    int at = 0;
    int words = 0;
    int letters = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      boolean wordEnds = one.charAt(at) == '.';
      words += wordEnds ? 1 : 0;
      letters = wordEnds ? 0 : letters + 1;
      at++;
    }
    return words * 1_000 + (letters < FEWEST_LETTERS ? 0 : letters);
  }

  /**
   * Writes a rejection.
   *
   * @param message the rejected message
   * @param received its standard and type
   * @param reasons why; see {@link Reason#of}
   * @param withOriginal true to put the message into its rejection, where the standard allows it
   * @throws XoevException ({@link XoevError#REPLY_REFUSED}) when the message is itself an answer,
   *     the standard has no rejection, or needs something that nobody knows
   */
  public void reject(
      Content message,
      Dispatch.Known received,
      List<Reason> reasons,
      boolean withOriginal,
      OutputStream out)
      throws IOException {
    Optional<Content> original = withOriginal ? Optional.of(message) : Optional.empty();
    write(message, received, new Saying(ReplyKind.REJECTION, reasons, original, "", ""), out);
  }

  /**
   * Writes the receipt of an application.
   *
   * @param caseNumber number of the case
   * @throws XoevException as {@link #reject}
   */
  public void confirm(Content message, Dispatch.Known received, String caseNumber, OutputStream out)
      throws IOException {
    var saying = new Saying(ReplyKind.RECEIPT, List.of(), Optional.empty(), caseNumber, "");
    write(message, received, saying, out);
  }

  /**
   * Writes the acknowledgement that a message was received.
   *
   * @param caseNumber number of the case; may be empty
   * @param status code of the state, where the standard has one; may be empty
   * @throws XoevException as {@link #reject}
   */
  public void acknowledge(
      Content message, Dispatch.Known received, String caseNumber, String status, OutputStream out)
      throws IOException {
    var saying =
        new Saying(ReplyKind.ACKNOWLEDGEMENT, List.of(), Optional.empty(), caseNumber, status);
    write(message, received, saying, out);
  }

  private void write(Content message, Dispatch.Known received, Saying saying, OutputStream out)
      throws IOException {
    if (ReplyKind.isFinal(received.root().name())) {
      throw new XoevException(XoevError.REPLY_REFUSED, received.root().name());
    }
    XoevHeader header =
        new HeaderReader(received.standard())
            .read(message)
            .orElseThrow(() -> new XoevException(XoevError.REPLY_REFUSED, "no header"));
    Fragment start = Fragment.read(message);
    ReplyPrinter.print(composed(received, header, start, saying), out);
  }

  /** The best message type that can be filled. */
  private ReplyNode composed(
      Dispatch.Known received, XoevHeader header, Fragment start, Saying saying) {
    StandardPackage standard = received.standard();
    var refusals = new ArrayList<XoevException>();
    for (MessageRoot root : rootsOf(saying.kind(), received)) {
      SchemaModel model = model(standard);
      ReplyFacts facts = facts(received, header, root, saying);
      for (boolean copiesUnlisted : new boolean[] {false, true}) {
        var codes = new ReplyCodes(model, lists, standard, start, copiesUnlisted);
        try {
          return new ReplyComposer(model, facts, codes).compose(start);
        } catch (XoevException unknown) {
          refusals.add(unknown);
        }
      }
    }
    throw refusals.isEmpty()
        ? new XoevException(XoevError.REPLY_REFUSED, standard.id() + " has no " + saying.kind())
        : refusals.get(1);
  }

  private ReplyFacts facts(
      Dispatch.Known received, XoevHeader header, MessageRoot root, Saying saying) {
    var now = OffsetDateTime.now(clock.withZone(GERMANY)).truncatedTo(ChronoUnit.SECONDS);
    return new ReplyFacts(
        saying.kind(),
        root,
        header,
        received.root(),
        saying.reasons(),
        saying.original(),
        saying.caseNumber(),
        saying.status(),
        UUID.randomUUID().toString(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now),
        sender,
        received.standard().manifest().replies());
  }

  /** Kept as long as there is room: answers are rarer than messages. */
  private SchemaModel model(StandardPackage standard) {
    SoftReference<SchemaModel> kept = models.get(standard);
    SchemaModel model = kept == null ? null : kept.get();
    if (model == null) {
      model = new SchemaModel(PackageSchemas.documents(standard, catalog));
      models.put(standard, new SoftReference<>(model));
    }
    return model;
  }
}
