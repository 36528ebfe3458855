package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Sha256;
import de.amtsbote.xoev.codelist.ListIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names a package that consists of code lists: one list by itself, several by a number that is the
 * same for the same lists in the same versions.
 */
final class ListNames {

  private static final int DIGITS = 8;

  private ListNames() {}

  static StandardFacts of(List<Path> files) {
    List<ListIdentity> lists = files.stream().map(ListIdentity::of).toList();
    if (lists.size() == 1) {
      ListIdentity only = lists.get(0);
      String uri = only.uri();
      String name = uri.substring(Math.max(uri.lastIndexOf(':'), uri.lastIndexOf('/')) + 1);
      return named(name, only.version());
    }
    String all = lists.stream().map(ListIdentity::toString).sorted().collect(Collectors.joining());
    byte[] hash = Sha256.digest().digest(all.getBytes(StandardCharsets.UTF_8));
    return named("codelisten", HexFormat.of().formatHex(hash).substring(0, DIGITS));
  }

  private static StandardFacts named(String name, String version) {
    return new StandardFacts(
        Naming.name(name).isEmpty() ? "codeliste" : Naming.name(name),
        name,
        "",
        Naming.folder(version).isEmpty() ? "0" : version);
  }
}
