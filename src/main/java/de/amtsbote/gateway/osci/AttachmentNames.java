package de.amtsbote.gateway.osci;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ids of attachments in a delivery. OSCI uses the name of an attachment as Content-ID and
 * inside of XML ids, so it may hold only letters, digits, '.', '_' and '-' and stands once per
 * message. The reference id is what XÖV messages name their attachments by; a file called {@code
 * urn_uuid_….pdf} is the document {@code urn_uuid_…}.
 */
final class AttachmentNames {

  private static final Pattern DOCUMENT_ID =
      Pattern.compile("((urn_uuid_)?\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.\\w+");

  /** Leaves room for "_" before and a number behind within the 200 that a name may have. */
  private static final int LONGEST = 180;

  private static final int LONGEST_ENDING = 16;

  private final Set<String> names = new HashSet<>();
  private final Set<String> references;

  /**
   * Names that are taken already.
   *
   * @param taken reference ids of container and payload
   */
  AttachmentNames(List<String> taken) {
    references = new HashSet<>(taken);
  }

  record Ids(String reference, String name) {}

  /** Ids for the next attachment. */
  Ids next(String original) {
    var document = DOCUMENT_ID.matcher(original);
    var reference = document.matches() ? document.group(1) : original;
    return new Ids(unique(xmlId(reference), references), unique(safe(original), names));
  }

  private static String unique(String wanted, Set<String> taken) {
    var candidate = wanted;
    for (var i = 2; !taken.add(candidate); i++) {
      candidate = wanted.replaceFirst("(\\.\\w+)?$", "-" + i + "$1");
    }
    return candidate;
  }

  private static String xmlId(String text) {
    var safe = safe(text);
    return safe.matches("[A-Za-z_].*") ? safe : "_" + safe;
  }

  private static String safe(String text) {
    return text.isEmpty() ? "attachment" : shortened(text.replaceAll("[^A-Za-z0-9._-]", "_"));
  }

  /** Keeps the ending, which tells the receiver what kind of file it is. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    var dot = text.lastIndexOf('.');
    var ending = text.substring(dot < text.length() - LONGEST_ENDING ? text.length() : dot);
    return text.substring(0, LONGEST - ending.length()) + ending;
  }
}
