package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** Puts an opened piece into a message, if it is the one that the metadata speak of. */
final class Content {

  private Content() {}

  static void add(
      Intake intake,
      PartRole role,
      String name,
      String mediaType,
      SpoolFile content,
      String sha512,
      String instance)
      throws IOException {
    try (var in =
        new DigestInputStream(content.open(), CryptoProviders.digest(DigestAlgorithm.SHA512))) {
      add(intake, role, name, mediaType, in, instance);
      if (!HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(sha512)) {
        throw new RejectedException(
            Problem.Type.HASH_MISMATCH,
            "Der Inhalt hat eine andere Prüfsumme als in den Metadaten.",
            instance);
      }
    }
  }

  private static void add(
      Intake intake,
      PartRole role,
      String name,
      String mediaType,
      InputStream content,
      String instance)
      throws IOException {
    try {
      intake.add(role, name, mediaType, content);
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.CONTENT_INFECTED) {
        throw e;
      }
      throw new RejectedException(
          Problem.Type.TECHNICAL, "Der Virenscanner hat im Inhalt etwas gefunden.", instance);
    }
  }
}
