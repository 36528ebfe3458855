package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Party;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Shape;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.codelist.CodeLists;
import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.xml.PathCollector;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.regex.Pattern;

/** Checks a header against the message and the clock. */
final class HeaderCheck {

  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
  private static final Duration LONG_AGO = Duration.ofDays(10 * 365);
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern KEY = Pattern.compile("[a-z]{3}:[0-9]+");
  private static final String PREFIXES = "urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix";

  private final Clock clock;
  private final CodeLists lists;
  private final StandardPackage standard;

  HeaderCheck(Clock clock, CodeLists lists, StandardPackage standard) {
    this.clock = clock;
    this.lists = lists;
    this.standard = standard;
  }

  /** One header with where its fields lie and where findings go. */
  private record Case(
      XoevHeader header,
      MessageRoot root,
      HeaderReader reader,
      PathCollector gathered,
      Findings into) {

    void add(FindingCode code, String field, String expected, String found) {
      add(code, Severity.ERROR, field, expected, found);
    }

    void add(FindingCode code, Severity weight, String field, String expected, String found) {
      String path = reader.pathOf(field, gathered.positions());
      long at = gathered.positions().getOrDefault(path, 0L);
      var place = new Place((int) (at >>> 32), (int) at, "/" + root.name() + "/" + path);
      into.add(code.at(Level.HEADER, weight, place, "", expected, found));
    }
  }

  void check(
      PathCollector gathered,
      HeaderReader reader,
      MessageRoot root,
      ValidationOptions options,
      Findings into) {
    var header = reader.header(gathered, root);
    if (header.isEmpty()) {
      var place = new Place(1, 1, "/" + root.name());
      // not every message of a standard needs to have the header; its schema says which
      boolean allowed = into.wants(Level.XSD) && !into.isMisshapen();
      Severity weight = allowed ? Severity.WARNING : Severity.ERROR;
      into.add(FindingCode.HEADER_MISSING.at(Level.HEADER, weight, place, "", "", ""));
      return;
    }
    check(new Case(header.get(), root, reader, gathered, into), options.production());
  }

  private void check(Case found, boolean production) {
    XoevHeader header = found.header();
    MessageRoot root = found.root();
    boolean numbered = !root.messageType().equals(root.name());
    if (numbered && !root.messageType().equals(header.messageType())) {
      String shape = Shape.of(header.messageType());
      found.add(FindingCode.HEADER_TYPE, "messageType", root.messageType(), shape);
    }
    String uuid = header.messageUuid();
    String at = found.reader().pathOf("messageUuid", found.gathered().positions());
    if (at.endsWith("UUID") && !uuid.isEmpty() && !UUID.matcher(uuid).matches()) {
      found.add(FindingCode.HEADER_UUID, "messageUuid", "UUID", Shape.of(uuid));
    }
    created(found);
    if (production && header.isTest()) {
      found.add(FindingCode.HEADER_TEST, "test", "", Shape.of(header.test()));
    }
    key(header.reader(), "reader.key", found);
    key(header.author(), "author.key", found);
  }

  private void created(Case found) {
    XoevHeader header = found.header();
    if (header.created().isEmpty()) {
      return;
    }
    var at = header.createdAt();
    var latest = clock.instant().plus(CLOCKS_DIFFER);
    if (at.isEmpty() || at.get().toInstant().isAfter(latest)) {
      String shape = Shape.of(header.created());
      found.add(FindingCode.HEADER_CREATED, "created", "<= " + latest, shape);
      return;
    }
    var earliest = clock.instant().minus(LONG_AGO);
    if (at.get().toInstant().isBefore(earliest)) {
      String expected = ">= " + earliest;
      found.add(FindingCode.HEADER_OLD, Severity.WARNING, "created", expected, "");
    }
  }

  /** A warning: standards that insist on the form have a rule of their own for it. */
  private void key(Party party, String field, Case found) {
    if (!party.directoryService().equals("DVDV")) {
      return;
    }
    if (!KEY.matcher(party.key()).matches()) {
      String shape = Shape.of(party.key());
      found.add(FindingCode.HEADER_KEY, Severity.WARNING, field, KEY.pattern(), shape);
    } else if (isForeignPrefix(party.prefix())) {
      String shape = Shape.of(party.prefix());
      found.add(FindingCode.HEADER_KEY, Severity.WARNING, field, PREFIXES, shape);
    }
  }

  /** Only when the standard brings the list, and none of its versions knows the prefix. */
  private boolean isForeignPrefix(String prefix) {
    var versions = lists.versions(PREFIXES, standard);
    var answers = EnumSet.noneOf(CodeLists.Answer.class);
    versions.forEach(v -> answers.add(lists.find(standard, PREFIXES, v, "", prefix)));
    return answers.contains(CodeLists.Answer.NOT_LISTED)
        && !answers.contains(CodeLists.Answer.LISTED);
  }
}
