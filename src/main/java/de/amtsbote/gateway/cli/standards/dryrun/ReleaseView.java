package de.amtsbote.gateway.cli.standards.dryrun;

import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.time.Clock;
import java.time.LocalDate;

/** The installed standards as if one of them had one release only. */
final class ReleaseView {

  private final StandardPackage release;
  private final Xoev xoev;

  ReleaseView(StandardCatalog installed, StandardPackage release, Clock clock) {
    this.release = release;
    var others =
        installed.packages().stream()
            .filter(it -> it.equals(release) || !it.name().equals(release.name()))
            .toList();
    this.xoev = Xoev.of(new StandardCatalog(installed.directory(), others), clock);
  }

  Xoev xoev() {
    return xoev;
  }

  /** A day on which the release is in force: today if it is, else its first or its last day. */
  LocalDate day(LocalDate today) {
    var validity = release.manifest().validity();
    if (validity.accepts(today)) {
      return today;
    }
    return validity.from().filter(today::isBefore).or(validity::until).orElse(today);
  }
}
