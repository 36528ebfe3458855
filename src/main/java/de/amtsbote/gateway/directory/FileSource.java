package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.Optional;

/** The partners that the directory files name. */
final class FileSource implements DirectorySource {

  private final LiveDirectory files;

  FileSource(LiveDirectory files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public Answer find(Wanted wanted) {
    try {
      var partner = files.get().lookup(wanted.reader(), wanted.service());
      return new Answer.Found(Entry.current(partner, name()));
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.READER_UNKNOWN) {
        throw e;
      }
      return new Answer.Nobody(e.details());
    }
  }

  @Override
  public Optional<Entry> named(String partner) {
    var known = files.get();
    return known.partnerNames().contains(partner)
        ? Optional.of(Entry.current(known.partner(partner), name()))
        : Optional.empty();
  }
}
