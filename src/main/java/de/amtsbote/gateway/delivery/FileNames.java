package de.amtsbote.gateway.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Makes file names out of what senders call their parts: harmless, readable, no two alike. */
public final class FileNames {

  /** What the document with the facts is called. */
  public static final String METADATA = "delivery.json";

  private static final int LONGEST = 120;

  private FileNames() {}

  /** Names for payload and attachments, in this order. */
  public static List<String> of(Handover handover) {
    var taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    taken.addAll(List.of(handover.payloadFile(), METADATA));
    var names = new ArrayList<>(List.of(handover.payloadFile()));
    for (var part : handover.attachments()) {
      names.add(unique(safe(part.name()), names.size(), taken));
    }
    return names;
  }

  private static String unique(String name, int number, TreeSet<String> taken) {
    var candidate = name;
    for (var i = number; !taken.add(candidate); i++) {
      candidate = String.format(Locale.ROOT, "%d-%s", i, name);
    }
    return candidate;
  }

  /** A name that is one harmless file name. */
  public static String safe(String name) {
    var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var clean = base.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^[.-]+", "");
    if (clean.isEmpty()) {
      return "attachment";
    }
    return clean.length() > LONGEST ? clean.substring(clean.length() - LONGEST) : clean;
  }
}
