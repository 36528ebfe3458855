package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Partners and intermediaries as they were at one moment; immutable. */
public final class Directory {

  /** Knows nobody. */
  public static final Directory EMPTY = new Directory(List.of(), List.of());

  private final Map<String, Partner> partners;
  private final Map<String, Intermediary> intermediaries;

  Directory(Collection<Partner> partners, Collection<Intermediary> intermediaries) {
    var byName = new TreeMap<String, Partner>();
    partners.forEach(it -> byName.put(it.name(), it));
    this.partners = Collections.unmodifiableMap(byName);
    var knots = new TreeMap<String, Intermediary>();
    intermediaries.forEach(it -> knots.put(it.name(), it));
    this.intermediaries = Collections.unmodifiableMap(knots);
  }

  /** Logical names of all partners. */
  public Set<String> partnerNames() {
    return partners.keySet();
  }

  /** Logical names of all intermediaries. */
  public Set<String> intermediaryNames() {
    return intermediaries.keySet();
  }

  /** The intermediary of this logical name. */
  public Optional<Intermediary> intermediary(String name) {
    return Optional.ofNullable(intermediaries.get(name));
  }

  /**
   * The partner of this logical name.
   *
   * @throws GatewayException PARTNER_INCOMPLETE when there is none
   */
  public Partner partner(String name) {
    var partner = partners.get(name);
    if (partner == null) {
      throw new GatewayException(
          ErrorCode.PARTNER_INCOMPLETE, "the directory has no partner '%s'".formatted(name));
    }
    return partner;
  }

  /**
   * Who takes messages for this reader.
   *
   * @param reader key such as {@code ags:99000001}
   * @param service service asked for; null when the message names none
   * @throws GatewayException READER_UNKNOWN when nobody, or more than one partner, answers to it
   */
  public Partner lookup(String reader, String service) {
    var known = partners.values().stream().filter(it -> it.readers().contains(reader)).toList();
    var offering = known.stream().filter(it -> service == null || it.offers(service)).toList();
    if (offering.size() == 1) {
      return offering.get(0);
    }
    throw new GatewayException(ErrorCode.READER_UNKNOWN, why(reader, service, known, offering));
  }

  /** The one partner that uses this key; empty when none or several offices do. */
  public Optional<Partner> withKey(String key) {
    var known = partners.values().stream().filter(it -> it.readers().contains(key)).toList();
    return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
  }

  /** All partners, by name. */
  public Collection<Partner> partners() {
    return partners.values();
  }

  private static String why(
      String reader, String service, List<Partner> known, List<Partner> offering) {
    if (known.isEmpty()) {
      return "nobody is known as '%s'".formatted(reader);
    }
    return offering.isEmpty()
        ? "'%s' does not take messages for service '%s'".formatted(reader, service)
        : "'%s' has several offices; name the service".formatted(reader);
  }
}
