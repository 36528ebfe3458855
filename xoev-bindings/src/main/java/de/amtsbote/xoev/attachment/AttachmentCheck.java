package de.amtsbote.xoev.attachment;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Holds the references of a message and the files that came with it against each other. */
public final class AttachmentCheck {

  private final Map<String, Attachment> byId = new HashMap<>();
  private final Map<String, Attachment> byName = new HashMap<>();
  private final Set<Attachment> named = new HashSet<>();
  private final List<Attachment> came;
  private final Consumer<Finding> into;

  private AttachmentCheck(List<Attachment> came, Consumer<Finding> into) {
    this.came = came;
    this.into = into;
  }

  /**
   * Checks that every reference has its file, every file is referenced, and what the message says
   * of a file is so.
   */
  public static void check(
      ReferenceCollector references, List<Attachment> came, Consumer<Finding> into) {
    var check = new AttachmentCheck(came, into);
    check.index();
    references.references().forEach(check::check);
    check.unnamed();
  }

  private void index() {
    for (Attachment file : came) {
      if (!FileNames.isSafe(file.name())) {
        add(FindingCode.ATTACHMENT_NAME, Place.NOWHERE, "", Shape.of(file.name()));
      }
      String id = normalized(file.id());
      String name = file.name().toLowerCase(Locale.ROOT);
      boolean twice = !id.isEmpty() && byId.putIfAbsent(id, file) != null;
      twice |= !name.isEmpty() && byName.putIfAbsent(name, file) != null && id.isEmpty();
      if (twice) {
        String shape = Shape.of(id.isEmpty() ? file.name() : file.id());
        add(FindingCode.ATTACHMENT_AMBIGUOUS, Place.NOWHERE, "", shape);
      }
    }
  }

  /** The same id as a URN, as an XML id (no colon, no digit in front), or as a bare UUID. */
  private static String normalized(String id) {
    return id.strip().toLowerCase(Locale.ROOT).replaceFirst("^(urn[:_]uuid[:_]|uuid[:_]|_)", "");
  }

  private void check(Reference reference) {
    String id = normalized(reference.field("id"));
    String name = reference.field("name");
    Attachment file = id.isEmpty() ? null : byId.get(id);
    if (file == null) {
      file = name.isEmpty() ? null : byName.get(name.toLowerCase(Locale.ROOT));
    }
    if (file == null) {
      String wanted = id.isEmpty() ? name : reference.field("id");
      add(FindingCode.ATTACHMENT_MISSING, reference.place(), "", Shape.of(wanted));
      return;
    }
    named.add(file);
    check(reference, file);
  }

  private void check(Reference reference, Attachment file) {
    Place place = reference.place();
    String name = reference.field("name");
    boolean renamed = !name.isEmpty() && !file.name().isEmpty() && !file.name().equals(name);
    if (!FileNames.isSafe(name)) {
      add(FindingCode.ATTACHMENT_NAME, place, "", Shape.of(name));
    } else if (renamed) {
      add(FindingCode.ATTACHMENT_NAME, Severity.WARNING, place, "", Shape.of(file.name()));
    }
    String size = reference.field("size");
    if (!size.isEmpty() && file.size() >= 0 && !size.equals(Long.toString(file.size()))) {
      String expected = size.matches("[0-9]{1,18}") ? size + " bytes" : Shape.of(size);
      add(FindingCode.ATTACHMENT_SIZE, place, expected, file.size() + " bytes");
    }
    String hash = reference.field("sha256");
    boolean comparable = hash.matches("[0-9a-fA-F]{64}") && !file.sha256().isEmpty();
    if (comparable && !hash.equalsIgnoreCase(file.sha256())) {
      add(FindingCode.ATTACHMENT_HASH, place, "SHA-256", "");
    }
    String type = plain(reference.field("mediaType"));
    if (!type.isEmpty() && !file.mediaType().isEmpty() && !type.equals(plain(file.mediaType()))) {
      String found = Shape.name(plain(file.mediaType()));
      add(FindingCode.ATTACHMENT_TYPE, place, Shape.name(type), found);
    }
  }

  /** Without parameters such as the character set. */
  private static String plain(String mediaType) {
    return mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private void unnamed() {
    for (Attachment file : came) {
      if (!named.contains(file)) {
        String shape = Shape.of(file.name().isEmpty() ? file.id() : file.name());
        add(FindingCode.ATTACHMENT_UNNAMED, Severity.WARNING, Place.NOWHERE, "", shape);
      }
    }
  }

  private void add(FindingCode code, Place place, String expected, String found) {
    add(code, Severity.ERROR, place, expected, found);
  }

  private void add(
      FindingCode code, Severity severity, Place place, String expected, String found) {
    into.accept(code.at(Level.HEADER, severity, place, "", expected, found));
  }
}
