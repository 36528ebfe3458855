package de.amtsbote.gateway.entry.limits;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request goes; its address may be written in many ways that all lead there. */
public final class MappedPath {

  private MappedPath() {}

  /** The decoded and normalised path by which the container finds who answers. */
  public static String of(HttpServletRequest request) {
    var rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }
}
