package de.amtsbote.gateway.entry.procedure;

import java.util.List;
import org.springframework.http.MediaType;

/** What a reader would rather have: the message, or what is known of it. */
final class Wish {

  private Wish() {}

  /**
   * True for the description, which must be asked for by name (RFC 9110, section 12.5.1).
   *
   * @param accept values of the header; null without
   */
  static boolean isDescription(String[] accept) {
    var wanted = accept == null ? List.<MediaType>of() : MediaType.parseMediaTypes(List.of(accept));
    return weight(wanted, MediaType.APPLICATION_JSON)
        > weight(wanted, MediaType.MULTIPART_FORM_DATA);
  }

  /** The weight of the most specific range that a type falls into. */
  private static double weight(List<MediaType> wanted, MediaType type) {
    return wanted.stream()
        .filter(it -> it.includes(type))
        .reduce((one, other) -> one.isMoreSpecific(other) ? one : other)
        .map(MediaType::getQualityValue)
        .orElse(0.0);
  }
}
