package de.amtsbote.xoev.install;

import de.amtsbote.xoev.standard.Validity;
import java.util.Optional;

/**
 * How a package is installed.
 *
 * @param replace true to replace the same version when it is installed already
 * @param validity when the release is in force; empty to take what the package says, or always
 * @param leavingOut true to take a package although imports are missing of which nothing is used
 */
public record InstallOptions(boolean replace, Optional<Validity> validity, boolean leavingOut) {

  /** Refuses to replace, takes the dates of the package. */
  public static final InstallOptions DEFAULT = new InstallOptions(false, Optional.empty(), false);

  /** The same, replacing what is there. */
  public InstallOptions replacing() {
    return new InstallOptions(true, validity, leavingOut);
  }

  /** The same with these dates. */
  public InstallOptions inForce(Validity when) {
    return new InstallOptions(replace, Optional.of(when), leavingOut);
  }

  /** The same without imports that are missing and of which nothing is used. */
  public InstallOptions leavingOutUnused() {
    return new InstallOptions(replace, validity, true);
  }
}
