package de.amtsbote.gateway.simulator.town;

import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import de.amtsbote.gateway.simulator.fitconnect.FitConnectFault;
import de.amtsbote.gateway.xta.XtaError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that goes wrong, written {@code SYSTEM:NAME}.
 *
 * @param system which of the simulated systems
 * @param name what it does wrong
 */
public record Fault(String system, String name) {

  /** The intermediary. */
  public static final String OSCI = "osci";

  /** The XTA server; the name of a fault is the number of an error, or as for the intermediary. */
  public static final String XTA = "xta";

  /** The DVDV server. */
  public static final String DVDV = "dvdv";

  /** The certificate that the XTA server shows. */
  public static final String TLS = "tls";

  /** The delivery service of FIT-Connect. */
  public static final String FIT_CONNECT = "fitconnect";

  /** The procedure that is reached by HTTP. */
  public static final String PROCEDURE = "procedure";

  static final String DOWN = "down";
  static final String SLOW = "slow";
  static final String GARBAGE = "garbage";
  static final String TIMEOUT_AFTER_SEND = "timeout-after-send";

  /** The certificate has expired. */
  public static final String EXPIRED = "expired";

  /** All that there are. */
  public static List<Fault> all() {
    return Stream.of(
            Stream.of(TIMEOUT_AFTER_SEND, DOWN, SLOW, GARBAGE).map(it -> new Fault(OSCI, it)),
            Arrays.stream(XtaError.values()).map(it -> new Fault(XTA, it.code())),
            Stream.of(DOWN, SLOW, GARBAGE).map(it -> new Fault(XTA, it)),
            Arrays.stream(DvdvFault.values()).map(it -> new Fault(DVDV, written(it))),
            Arrays.stream(FitConnectFault.values()).map(it -> new Fault(FIT_CONNECT, written(it))),
            Stream.of(new Fault(TLS, EXPIRED)),
            Stream.of(DOWN, "refuses").map(it -> new Fault(PROCEDURE, it)))
        .flatMap(it -> it)
        .toList();
  }

  /**
   * The fault that is written so.
   *
   * @throws IllegalArgumentException with a list of all, when there is none
   */
  public static Fault parse(String written) {
    var wanted = written.strip().toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(it -> it.toString().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no fault '%s'; there are %s"
                        .formatted(
                            written,
                            String.join(", ", all().stream().map(Fault::toString).toList()))));
  }

  /** The DVDV's fault of this name. */
  public DvdvFault ofDvdv() {
    return DvdvFault.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The fault of FIT-Connect of this name. */
  public FitConnectFault ofFitConnect() {
    return FitConnectFault.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The status with which a procedure does wrong so. */
  public int status() {
    return name.equals(DOWN) ? 503 : 422;
  }

  private static String written(Enum<?> fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return system + ":" + name;
  }
}
