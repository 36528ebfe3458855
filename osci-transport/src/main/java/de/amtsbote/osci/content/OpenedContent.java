package de.amtsbote.osci.content;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
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

  /**
   * Old algorithms that only the policy in force let pass.
   *
   * @param orderSigned whether the message has a verified order signature
   */
  public List<Tolerated> tolerated(boolean orderSigned) {
    return Tolerated.in(containers, orderSigned);
  }

  /**
   * Demands that there is an opened container, and that each of them is signed. Containers for
   * other readers stay closed, so nothing is said of them.
   *
   * @throws OsciException with {@link Rule#CONTENT_UNSIGNED} if one is not
   */
  public void requireSigned() throws OsciException {
    if (containers.isEmpty()) {
      throw new OsciException(Rule.CONTENT_UNSIGNED, "no container");
    }
    for (OpenedContainer container : containers) {
      if (!container.isSigned()) {
        throw new OsciException(Rule.CONTENT_UNSIGNED, container.id());
      }
    }
  }
}
