package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ForeignContainer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Containers of a delivery that are encrypted for somebody else: they go on as they came. */
final class SealedParts {

  private static final String XML = "application/xml";
  private static final String OCTETS = "application/octet-stream";

  private final Set<String> ids;
  private final ContentPackage.Stored stored;

  SealedParts(List<ForeignContainer> foreign, ContentPackage.Stored stored) {
    this.ids =
        foreign.stream().map(ForeignContainer::id).map(String::valueOf).collect(Collectors.toSet());
    this.stored = stored;
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }

  int count() {
    return ids.size();
  }

  /**
   * Adds them, and the attachments that none of the opened containers named, to what is stored.
   *
   * @param opened names of the attachments that were opened
   */
  void addTo(Intake intake, Set<String> opened) throws IOException {
    if (isEmpty()) {
      return;
    }
    for (var element : stored.elements()) {
      if (ids.contains(String.valueOf(element.id()))) {
        intake.addClosed(
            PartRole.ATTACHMENT,
            "encrypted-" + element.id() + ".xml",
            XML,
            element.octets().open());
      }
    }
    for (var part : stored.parts()) {
      if (!opened.contains(part.name())) {
        intake.add(PartRole.ATTACHMENT, part.name(), OCTETS, part.octets().open());
      }
    }
  }
}
