package de.amtsbote.osci.xml;

import java.util.List;
import java.util.Random;

/** Makes well-formed documents in every form but the canonical one. */
final class XmlMaker {

  private static final String[] PREFIXES = {"", "a", "b", "osci", "ds"};
  private static final String[] URIS = {
    "urn:a", "urn:b", "http://www.osci.de/2002/04/osci", "urn:ä&amp;b"
  };
  private static final String[] TEXTS = {
    "Müller",
    "a&amp;b",
    "&lt;x&gt;",
    "&#13;",
    "\r\n",
    "\t",
    "𝄞 clef",
    "&quot;",
    "'",
    "&#x1D11E;",
    "]]&gt;",
    " ",
    "AAAA",
    "&#10;",
    "\"",
    "0123456789".repeat(4000)
  };

  private static final String[] UNUSUAL = {
    "<!-- <CipherValue> ' & -->",
    "<!---->",
    "<![CDATA[<x>&amp;\r\n]]]>",
    "<![CDATA[QUJD]]>",
    // longer than the buffers of a parser, with all that may lie across their ends
    "<![CDATA[" + "]0123\r\n𝄞".repeat(9_000) + "]]]>"
  };

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private int left = 25;

  XmlMaker(Random random) {
    this.random = random;
  }

  String document() {
    if (random.nextBoolean()) {
      out.append("<?xml version='1.0' encoding=\"UTF-8\"?>\r\n");
    }
    element(0, true);
    return out.toString();
  }

  private void element(int depth, boolean root) {
    left--;
    boolean text = !root && random.nextInt(3) == 0;
    boolean coded = text && random.nextInt(3) == 0;
    String prefix = PREFIXES[random.nextInt(PREFIXES.length)];
    String local = coded ? "CipherValue" : text ? "text" : "e" + random.nextInt(4);
    String name = prefix.isEmpty() ? local : prefix + ":" + local;
    out.append('<').append(name);
    declarations(root);
    attributes(root || text);
    if (!text && (depth > 5 || left <= 0)) {
      out.append(random.nextBoolean() ? "/>" : " ></" + name + "\n>");
      return;
    }
    out.append('>');
    if (text) {
      text(coded);
    } else {
      for (int i = random.nextInt(4); i > 0; i--) {
        out.append("\r\n  ".substring(0, random.nextInt(5)));
        out.append(random.nextInt(4) == 0 ? UNUSUAL[random.nextInt(2)] : "");
        element(depth + 1, false);
      }
    }
    out.append("</").append(name).append(random.nextBoolean() ? "  >" : ">");
  }

  /** The root declares all prefixes; others declare some again, or undeclare the default. */
  private void declarations(boolean root) {
    for (String prefix : PREFIXES) {
      if (root || random.nextInt(6) == 0) {
        boolean none = prefix.isEmpty() && random.nextInt(3) == 0;
        String uri = none ? "" : URIS[random.nextInt(URIS.length)];
        char quote = random.nextBoolean() ? '"' : '\'';
        out.append(random.nextBoolean() ? " " : "\n\t");
        out.append(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix);
        out.append(random.nextBoolean() ? " = " : "=").append(quote).append(uri).append(quote);
      }
    }
  }

  /**
   * Of several {@code xml:} attributes of ancestors Santuario takes the outermost, so one is all.
   */
  private void attributes(boolean outermost) {
    for (String name : List.of("z", "Id" + out.length(), "xml:lang", "xml:space", "a:q")) {
      if (random.nextInt(4) == 0 && (outermost || !name.startsWith("xml:"))) {
        String value = name.equals("xml:space") ? "preserve" : value();
        out.append(' ').append(name).append("=\"").append(value).append('"');
      }
    }
  }

  private String value() {
    String value = TEXTS[random.nextInt(TEXTS.length - 2)];
    return value.replace("\"", "&quot;") + "&#9;\n x";
  }

  private void text(boolean coded) {
    for (int i = random.nextInt(5); i > 0; i--) {
      if (random.nextInt(4) == 0) {
        out.append(UNUSUAL[random.nextInt(UNUSUAL.length)]);
      }
      out.append(coded && random.nextInt(3) > 0 ? "QUJD\n" : TEXTS[random.nextInt(TEXTS.length)]);
    }
  }
}
