package de.amtsbote.gateway.fitconnect;

import java.io.IOException;

/** The delivery service does not answer, or refuses. */
public final class FitConnectException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  FitConnectException(int status, String message) {
    super(message);
    this.status = status;
  }

  FitConnectException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /** The status of its answer; 0 without one. */
  public int status() {
    return status;
  }

  /** Whether the delivery service does not know it, or no more. */
  public boolean isUnknown() {
    return status == 404 || status == 410;
  }

  /** Whether it does not fit to what the delivery service has already. */
  public boolean isConflict() {
    return status == 409;
  }

  /** Whether another attempt may end otherwise. */
  public boolean mayGetBetter() {
    return status == 0 || status == 401 || status == 408 || status == 429 || status / 100 == 5;
  }
}
