package de.amtsbote.osci.content;

import java.util.List;
import java.util.Optional;

/**
 * The delivery of a message as a reader sees it; valid until the message is closed.
 *
 * @param containers opened ones in message order
 * @param foreign encrypted ones for other readers
 */
public record OpenedContent(List<OpenedContainer> containers, List<ForeignContainer> foreign) {

  /** Copies the lists. */
  public OpenedContent {
    containers = List.copyOf(containers);
    foreign = List.copyOf(foreign);
  }

  /** The container with this id. */
  public Optional<OpenedContainer> container(String id) {
    return containers.stream().filter(container -> id.equals(container.id())).findFirst();
  }
}
