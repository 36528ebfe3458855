package de.amtsbote.xoev.schema;

import javax.xml.validation.Schema;
import org.w3c.dom.TypeInfo;

/** A schema ready for use by any number of threads, with the patterns that stand beside it. */
public final class CompiledSchema {

  private final Schema schema;
  private final TypePlans plans;

  CompiledSchema(Schema schema, TypePlans plans) {
    this.schema = schema;
    this.plans = plans;
  }

  /** The schema without the patterns of {@link #planOf}. */
  public Schema schema() {
    return schema;
  }

  /** What to do with values of this type. */
  public TypePlan planOf(TypeInfo type) {
    return plans.of(type);
  }
}
