package de.amtsbote.gateway.directory.dvdv.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A kind of authority in the tree of all kinds, of four levels.
 *
 * @param prefix what the keys of such authorities begin with; null where none is fixed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Category(String name, String prefix, List<Category> children) {

  public Category {
    children = children == null ? List.of() : List.copyOf(children);
  }
}
