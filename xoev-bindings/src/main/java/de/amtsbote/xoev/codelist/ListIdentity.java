package de.amtsbote.xoev.codelist;

import java.nio.file.Path;

/**
 * What a code list calls itself.
 *
 * @param uri its {@code CanonicalUri}
 * @param version its version; a string, never a number
 */
public record ListIdentity(String uri, String version) {

  /**
   * The identity of a genericode file.
   *
   * @throws de.amtsbote.xoev.XoevException when the file is broken
   */
  public static ListIdentity of(Path file) {
    return Genericode.identity(file);
  }
}
