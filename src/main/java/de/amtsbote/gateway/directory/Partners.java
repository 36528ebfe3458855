package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds partners in all sources, in the configured order; the first one that knows counts. A source
 * that cannot be asked is passed over, but then nobody is called unknown.
 */
public final class Partners {

  private final List<DirectorySource> sources;

  /**
   * Puts sources in order.
   *
   * @param order names of sources; one that is not configured is left out
   * @throws GatewayException CONFIGURATION_INVALID when the order names what is no source
   */
  public Partners(List<DirectorySource> sources, List<String> order) {
    for (var name : order) {
      if (!List.of("files", "dvdv", "extract").contains(name)) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            "amtsbote.directory-order names '%s'; there are files, dvdv and extract"
                .formatted(name));
      }
    }
    this.sources =
        order.stream()
            .flatMap(name -> sources.stream().filter(it -> it.name().equals(name)))
            .toList();
  }

  /**
   * Who takes messages for this reader.
   *
   * @throws GatewayException READER_UNKNOWN when every source says so, else what kept a source from
   *     answering
   */
  public Entry find(Wanted wanted) {
    var reasons = new ArrayList<String>();
    GatewayException failure = null;
    for (var source : sources) {
      try {
        var answer = source.find(wanted);
        if (answer instanceof Answer.Found found) {
          return found.entry();
        }
        reasons.add(((Answer.Nobody) answer).why());
      } catch (GatewayException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    throw new GatewayException(
        ErrorCode.READER_UNKNOWN, reasons.stream().distinct().collect(Collectors.joining("; ")));
  }

  /**
   * The partner of this logical name.
   *
   * @throws GatewayException PARTNER_INCOMPLETE when there is none, else what kept a source from
   *     answering
   */
  public Entry named(String partner) {
    return ask(partner)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.PARTNER_INCOMPLETE,
                    "the directory has no partner '%s'".formatted(partner)));
  }

  /** Whether there is such a partner; false too when nobody knows now. */
  public boolean knows(String partner) {
    try {
      return ask(partner).isPresent();
    } catch (GatewayException e) {
      return false;
    }
  }

  /** Looks a partner up once more, since what was remembered of it seems to be wrong. */
  public Entry again(String partner) {
    sources.forEach(it -> it.doubt(partner));
    return named(partner);
  }

  private Optional<Entry> ask(String partner) {
    GatewayException failure = null;
    for (var source : sources) {
      try {
        var entry = source.named(partner);
        if (entry.isPresent()) {
          return entry;
        }
      } catch (GatewayException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return Optional.empty();
  }
}
