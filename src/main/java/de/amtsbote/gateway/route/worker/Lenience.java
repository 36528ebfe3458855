package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.quirk.Quirk;
import de.amtsbote.xoev.quirk.QuirkProfile;
import de.amtsbote.xoev.quirk.Tolerance;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tolerates what the directory says a partner is to be tolerated. Who wrote a message stands in the
 * message, so it is read leniently first and taken only if its author may deviate that way.
 */
final class Lenience {

  private static final QuirkProfile EVERYTHING =
      new QuirkProfile(
          "everything", Map.of(Quirk.DOUBLE_BASE64, "true", Quirk.LEADING_BLANKS, "true"));

  private final Xoev xoev;
  private final Supplier<Directory> directory;

  Lenience(Xoev xoev, Supplier<Directory> directory) {
    this.xoev = xoev;
    this.directory = directory;
  }

  /** A message that was recognised, and what had to be tolerated for it. */
  record Seen(Dispatch.Known known, Optional<XoevHeader> header, Tolerance tolerance) {}

  /** A payload that is no XML as it came, when its author may send it that way. */
  Optional<Seen> readable(Content content, LocalDate day) throws IOException {
    var lenient = Tolerance.of(content, EVERYTHING);
    if (lenient.tolerated().isEmpty()) {
      return Optional.empty();
    }
    var opened = xoev.opened(lenient.content());
    if (!(xoev.dispatch(opened, day) instanceof Dispatch.Known known)) {
      return Optional.empty();
    }
    var seen = withHeader(lenient.content(), opened, known);
    var mayDeviate =
        author(seen.header()).filter(it -> lenient.tolerated().stream().allMatch(it.quirks()::has));
    return mayDeviate.map(
        it ->
            new Seen(
                known,
                seen.header(),
                new Tolerance(
                    lenient.content(), union(lenient.tolerated(), seen.tolerance().tolerated()))));
  }

  /**
   * A recognised message with its header, also where a partner sends another one.
   *
   * @param content as it came
   * @param opened the message in it
   */
  Seen withHeader(Content content, Content opened, Dispatch.Known known) {
    var usual = usualHeader(opened, known);
    if (usual.filter(it -> !it.author().isEmpty()).isPresent()) {
      return new Seen(known, usual, new Tolerance(content, Set.of()));
    }
    return oldHeader(opened, known)
        .map(
            it ->
                new Seen(known, Optional.of(it), new Tolerance(content, Set.of(Quirk.OLD_HEADER))))
        .orElseGet(() -> new Seen(known, usual, new Tolerance(content, Set.of())));
  }

  /** A header that cannot be read is a matter of validation, not of finding the route. */
  private Optional<XoevHeader> usualHeader(Content content, Dispatch.Known known) {
    try {
      return xoev.header(content, known.standard());
    } catch (XoevException e) {
      return Optional.empty();
    }
  }

  private Optional<XoevHeader> oldHeader(Content content, Dispatch.Known known) {
    return directory.get().partners().stream()
        .flatMap(it -> it.quirks().value(Quirk.OLD_HEADER).stream())
        .distinct()
        .flatMap(profile -> oldHeader(content, known, profile).stream())
        .findFirst();
  }

  private Optional<XoevHeader> oldHeader(Content content, Dispatch.Known known, String profile) {
    try {
      var header = new HeaderReader(known.standard().manifest(), profile).read(content);
      return author(header)
          .flatMap(it -> it.quirks().value(Quirk.OLD_HEADER))
          .filter(profile::equals)
          .flatMap(it -> header);
    } catch (XoevException e) {
      return Optional.empty();
    }
  }

  private Optional<Partner> author(Optional<XoevHeader> header) {
    return header.flatMap(it -> directory.get().withKey(it.author().key()));
  }

  private static Set<Quirk> union(Set<Quirk> one, Set<Quirk> other) {
    var both = EnumSet.noneOf(Quirk.class);
    both.addAll(one);
    both.addAll(other);
    return both;
  }
}
