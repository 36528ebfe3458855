package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.reply.ReplyKind;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a message is checked: by the day it came in, the installation, and who is at its far end. */
final class Checks {

  private static final String UNKNOWN_BYTES = "application/octet-stream";
  private static final String TEST_FLAG = FindingCode.HEADER_TEST.code();
  private static final Set<EntryKind> TYPED =
      Set.of(EntryKind.REST, EntryKind.XTA, EntryKind.XTA_MAILBOX, EntryKind.FIT_CONNECT);

  private final boolean production;
  private final LiveProfiles profiles;
  private final LiveDirectory directory;

  Checks(boolean production, LiveProfiles profiles, LiveDirectory directory) {
    this.production = production;
    this.profiles = profiles;
    this.directory = directory;
  }

  /**
   * How a body is checked.
   *
   * @param message empty when the route did not start at a stored message
   * @param partner the partner that the route names; null when it names none
   * @param levels those that the route wants
   * @param strict true when the route refuses test messages in any installation
   */
  ValidationOptions of(
      Optional<Message> message, String partner, Set<Level> levels, boolean strict) {
    var name =
        Optional.ofNullable(partner)
            .or(() -> message.flatMap(it -> farEnd(it, directory.get())).map(Partner::name));
    var options = ValidationOptions.ALL.withLevels(levels).under(profiles.get(), name.orElse(""));
    if (message.isPresent()) {
      options =
          options.on(Standards.day(message.get())).withAttachments(attachments(message.get()));
    }
    return production || strict ? options.inProduction() : options;
  }

  /** How a message is checked that is handed in on this day, before it is stored. */
  ValidationOptions atEntry(List<Part> attachments, String reader, LocalDate day) {
    var name = directory.get().withKey(reader).map(Partner::name).orElse("");
    var options =
        ValidationOptions.ALL
            .under(profiles.get(), name)
            .on(day)
            .withAttachments(attachments.stream().map(it -> attachment(it, true)).toList());
    return production ? options.inProduction() : options;
  }

  /**
   * True for an answer of this installation that was refused for the test flag, which it copies
   * from the message it answers: its author would never hear that test messages are not taken.
   */
  static boolean isAnswerToATest(Optional<Message> message, ValidationReport report) {
    return message.filter(it -> it.entry().kind() == EntryKind.ROUTE).isPresent()
        && ReplyKind.isFinal(report.root())
        && report.findings().stream().anyMatch(it -> it.code().equals(TEST_FLAG));
  }

  /** The profile of the header that the author of a message still sends. */
  Optional<String> oldHeader(Optional<Message> message) {
    return message
        .flatMap(it -> Optional.ofNullable(it.traits().author()))
        .flatMap(directory.get()::withKey)
        .flatMap(it -> it.quirks().value(Quirk.OLD_HEADER));
  }

  /** Who sent what came from outside, who shall get what goes out. */
  private static Optional<Partner> farEnd(Message message, Directory known) {
    var author = Optional.ofNullable(message.traits().author()).flatMap(known::withKey);
    return switch (message.entry().kind()) {
      case OSCI_MAILBOX, OSCI_PUSH, XTA_MAILBOX -> author;
      default ->
          Optional.ofNullable(message.traits().reader()).flatMap(known::withKey).or(() -> author);
    };
  }

  private static List<Attachment> attachments(Message message) {
    var typed = TYPED.contains(message.entry().kind());
    return message.attachments().stream().map(it -> attachment(it, typed)).toList();
  }

  /** OSCI tells no media types; what was guessed from a name is held against nobody. */
  private static Attachment attachment(Part part, boolean typed) {
    var ending = part.name().lastIndexOf('.');
    var id = ending > 0 ? part.name().substring(0, ending) : part.name();
    var known = typed && !part.mediaType().startsWith(UNKNOWN_BYTES);
    return new Attachment(
        id, part.name(), known ? part.mediaType() : "", part.size(), part.sha256());
  }
}
