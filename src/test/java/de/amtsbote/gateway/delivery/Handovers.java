package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Hand-overs for tests. */
public final class Handovers {

  public static final String PAYLOAD = "<antrag>Ä</antrag>";
  public static final byte[] PDF = {'%', 'P', 'D', 'F', 0, (byte) 0xff, '\r', '\n'};

  private Handovers() {}

  public static Handover of(String id, HandoverPart... attachments) {
    return new Handover(
        id,
        "0192f0c1-0000-7000-8000-000000000001",
        Map.of("standard", "xdemo", "messageType", "0100"),
        part("payload", "application/xml", PAYLOAD.getBytes(StandardCharsets.UTF_8)),
        List.of(attachments),
        Handover.PAYLOAD_FILE);
  }

  /** What its sender calls a test, and of use for one day only. */
  public static Handover test(String id) {
    return new Handover(
        id,
        "0192f0c1-0000-7000-8000-000000000001",
        Map.of("standard", "xdemo", "test", "true", "obsoleteAfter", "2099-12-31"),
        part("payload", "application/xml", PAYLOAD.getBytes(StandardCharsets.UTF_8)),
        List.of(),
        Handover.PAYLOAD_FILE);
  }

  public static HandoverPart part(String name, String mediaType, byte[] content) {
    return new HandoverPart(
        name, mediaType, content.length, sha256(content), () -> new ByteArrayInputStream(content));
  }

  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest(content));
  }

  private static byte[] digest(byte[] content) {
    return Sha256.start().digest(content);
  }
}
