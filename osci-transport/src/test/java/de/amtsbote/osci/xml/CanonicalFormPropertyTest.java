package de.amtsbote.osci.xml;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** The canonical octets of any element are those of Santuario, read in one pass. */
class CanonicalFormPropertyTest {

  private static final XmlLimits LIMITS = new XmlLimits(1 << 24, 100, 100, 100_000, 1 << 24);

  static {
    Init.init();
  }

  private static List<byte[]> ours(String xml) throws IOException {
    List<ByteArrayOutputStream> forms = new ArrayList<>();
    XmlCursor cursor =
        new XmlCursor(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), LIMITS);
    cursor.root();
    walk(cursor, forms);
    cursor.finish();
    return forms.stream().map(ByteArrayOutputStream::toByteArray).toList();
  }

  private static void walk(XmlCursor cursor, List<ByteArrayOutputStream> forms) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    forms.add(form);
    cursor.tap(form);
    if (isText(cursor.localName())) {
      cursor.skip();
      return;
    }
    while (cursor.nextChild()) {
      walk(cursor, forms);
    }
  }

  private static boolean isText(String name) {
    return name.equals("text") || name.equals("CipherValue");
  }

  private static List<byte[]> santuarios(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    List<byte[]> forms = new ArrayList<>();
    collect(document.getDocumentElement(), forms);
    return forms;
  }

  private static void collect(Node element, List<byte[]> forms) throws Exception {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS)
        .canonicalizeSubtree(element, form);
    forms.add(form.toByteArray());
    if (isText(element.getLocalName())) {
      return;
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        collect(child, forms);
      }
    }
  }

  @Property(tries = 150, seed = Samples.SEED)
  void eachElement_hasTheCanonicalFormOfSantuario(@ForAll long seed) throws Exception {
    String xml = new XmlMaker(new Random(seed)).document();

    List<byte[]> ours = ours(xml);
    List<byte[]> theirs = santuarios(xml);

    assertThat(ours).as(xml).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(new String(ours.get(i), StandardCharsets.UTF_8))
          .as(xml)
          .isEqualTo(new String(theirs.get(i), StandardCharsets.UTF_8));
    }
  }
}
