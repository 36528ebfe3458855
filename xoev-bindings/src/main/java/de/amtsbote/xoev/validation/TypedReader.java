package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.regex.CharBlock;
import de.amtsbote.xoev.schema.CompiledSchema;
import de.amtsbote.xoev.schema.TypePlan;
import java.util.Arrays;
import javax.xml.XMLConstants;
import javax.xml.validation.TypeInfoProvider;
import org.w3c.dom.TypeInfo;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Behind the schema: sees every value with its type and hands it to the checks that stand beside
 * the schema.
 */
final class TypedReader extends DefaultHandler {

  private final CompiledSchema schema;
  private final Cursor cursor;
  private final ValueCheck values = new ValueCheck();
  private final CodeCheck codes = new CodeCheck();
  private final CharBlock text = new CharBlock();
  private TypeInfoProvider types;
  private TypePlan[] plans = new TypePlan[32];
  private boolean[] nil = new boolean[32];
  private int depth;
  private boolean collecting;
  private boolean wantsCodes;

  TypedReader(CompiledSchema schema, Cursor cursor) {
    this.schema = schema;
    this.cursor = cursor;
  }

  /** Where the types of what comes next can be asked for. */
  void types(TypeInfoProvider provider) {
    types = provider;
  }

  void begin(Findings findings, CodeCheck.Lookup lookup) {
    depth = 0;
    collecting = false;
    text.clear();
    wantsCodes = findings.wants(Level.CODES);
    values.begin(findings);
    codes.begin(findings, lookup);
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    TypeInfo type = types.getElementTypeInfo();
    TypePlan plan = type == null ? null : schema.planOf(type);
    cursor.plan(plan);
    if (depth == plans.length) {
      plans = Arrays.copyOf(plans, depth * 2);
      nil = Arrays.copyOf(nil, depth * 2);
    }
    plans[depth] = plan;
    nil[depth] = false;
    int count = attributes.getLength();
    for (int i = 0; i < count; i++) {
      attribute(attributes, i);
    }
    if (wantsCodes && count > 0) {
      codes.startElement(depth, plan, attributes);
    }
    depth++;
    text.clear();
    collecting = wantsText(plan);
  }

  private boolean wantsText(TypePlan plan) {
    boolean simple = plan != null && !plan.binary();
    return simple && (values.looksAt(plan) || (wantsCodes && codes.isOpen()));
  }

  private void attribute(Attributes attributes, int i) {
    TypeInfo type = types.getAttributeTypeInfo(i);
    if (type == null) {
      boolean isNil =
          attributes.getLocalName(i).equals("nil")
              && XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attributes.getURI(i));
      nil[depth] |= isNil && attributes.getValue(i).strip().matches("true|1");
      return;
    }
    TypePlan plan = schema.planOf(type);
    if (values.looksAt(plan)) {
      values.attribute(plan, attributes.getValue(i), cursor, attributes.getLocalName(i));
    }
  }

  @Override
  public void characters(char[] buffer, int start, int length) {
    if (collecting) {
      text.append(buffer, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    depth--;
    TypePlan plan = plans[depth];
    if (collecting) {
      if (!nil[depth] && values.looksAt(plan)) {
        values.element(plan, text, cursor);
      }
      if (wantsCodes) {
        codes.text(depth, name, text, cursor);
      }
    }
    collecting = false;
    if (wantsCodes) {
      codes.endElement(depth);
    }
  }
}
