package de.amtsbote.gateway.entry.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names schemas like their classes; a class within another one bears that one's name, too. */
final class SchemaNames extends TypeNameResolver {

  @Override
  protected String getNameOfClass(Class<?> type) {
    return of(type);
  }

  @Override
  protected String nameForClass(Class<?> type, Set<Options> options) {
    return of(type);
  }

  static String of(Class<?> type) {
    var outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
  }
}
