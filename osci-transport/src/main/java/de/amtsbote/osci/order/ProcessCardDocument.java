package de.amtsbote.osci.order;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import de.amtsbote.osci.xml.XmlLimits;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A process card with its certificate checks as an XML document of its own: all that the
 * intermediary said, in the elements of the schema, so that it can be kept as evidence.
 */
public final class ProcessCardDocument {

  private static final String NAME = "ProcessCardBundle";
  private static final XmlLimits LIMITS = new XmlLimits(16 << 20, 20, 20, 100_000, 16 << 20);

  private ProcessCardDocument() {}

  /** The document, in UTF-8. */
  public static byte[] write(ProcessCardBundle bundle) {
    var xml = new StringBuilder();
    ProcessCardWriter.write(xml, NAME, bundle);
    var start = "<osci:" + NAME;
    xml.insert(start.length(), " xmlns:osci=\"" + Namespaces.OSCI + '"');
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads such a document.
   *
   * @throws OsciException when it is none
   */
  public static ProcessCardBundle read(InputStream in) throws OsciException {
    var cursor = new XmlCursor(in, LIMITS);
    cursor.root();
    cursor.require(Namespaces.OSCI, NAME);
    var bundle = ProcessCardReader.read(cursor);
    cursor.finish();
    return bundle;
  }
}
