package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.entry.body.Readable;
import de.amtsbote.gateway.fitconnect.EncryptedSubmission;
import de.amtsbote.gateway.fitconnect.FitConnectProperties;
import de.amtsbote.gateway.fitconnect.Metadata;
import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.fitconnect.Problem.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether metadata and submission say the same, and something that the destination takes. */
final class Agreement {

  private static final int LONGEST_NAME = 255;

  private final FitConnectProperties.Destination destination;

  Agreement(FitConnectProperties.Destination destination) {
    this.destination = destination;
  }

  void require(Metadata metadata, EncryptedSubmission submission) throws RejectedException {
    var problems = new ArrayList<Problem>();
    names(metadata, problems);
    service(metadata, submission, problems);
    if (metadata.data() == null || !submission.hasData()) {
      problems.add(Problem.of(Type.MISSING_DATA, "Es gibt keine Fachdaten.", Problem.DATA));
    } else if (refuses(destination.schemas(), metadata.data().schema())) {
      problems.add(
          Problem.of(
              Type.UNSUPPORTED_DATA_SCHEMA,
              "Dieses Schema wird nicht angenommen.",
              Problem.METADATA));
    }
    attachments(metadata, submission, problems);
    if (!problems.isEmpty()) {
      throw new RejectedException(problems);
    }
  }

  /** Names stand in the store, in timelines and on pages. */
  private static void names(Metadata metadata, List<Problem> problems) {
    readable("/publicService/identifier", metadata.service(), problems);
    for (var i = 0; i < metadata.attachments().size(); i++) {
      var at = "/contentStructure/attachments/" + i;
      var attachment = metadata.attachments().get(i);
      readable(at + "/filename", attachment.name() == null ? "" : attachment.name(), problems);
      readable(at + "/mimeType", attachment.mediaType(), problems);
    }
  }

  private static void readable(String path, String name, List<Problem> problems) {
    if (!Readable.is(name, 0, LONGEST_NAME)) {
      problems.add(
          Problem.of(
              Type.SCHEMA,
              path + " ist zu lang oder hat Zeichen, die nicht lesbar sind.",
              Problem.METADATA));
    }
  }

  private void service(Metadata metadata, EncryptedSubmission submission, List<Problem> problems) {
    if (!metadata.service().equals(submission.publicService())
        && !metadata.service().isEmpty()
        && !submission.publicService().isEmpty()) {
      problems.add(
          Problem.of(
              Type.SERVICE_MISMATCH,
              "Metadaten und Einreichung nennen verschiedene Leistungen.",
              Problem.METADATA));
    }
    if (refuses(destination.publicServices(), metadata.service())) {
      problems.add(
          Problem.of(
              Type.UNSUPPORTED_SERVICE, "Diese Leistung wird nicht angenommen.", Problem.METADATA));
    }
  }

  private static boolean refuses(Set<String> taken, String one) {
    return !taken.isEmpty() && !taken.contains(one);
  }

  private void attachments(
      Metadata metadata, EncryptedSubmission submission, List<Problem> problems) {
    var described =
        new HashSet<>(metadata.attachments().stream().map(Metadata.Attachment::id).toList());
    if (!described.equals(new HashSet<>(submission.attachments()))) {
      problems.add(
          Problem.of(
              Type.ATTACHMENTS_MISMATCH,
              "Metadaten und Einreichung nennen verschiedene Anlagen.",
              Problem.SUBMISSION));
    }
    if (described.size() > destination.limits().attachments()) {
      problems.add(
          Problem.of(
              Type.TECHNICAL,
              "Mehr als %d Anlagen.".formatted(destination.limits().attachments()),
              Problem.SUBMISSION));
    }
  }
}
