package de.amtsbote.gateway.delivery.drop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;

/** A real folder in which one thing belongs to somebody else, who lets nobody read or delete it. */
final class StubbornPlace implements DropPlace {

  private final LocalPlace place;
  private final String foreign;

  StubbornPlace(Path folder, String foreign) {
    this.place = new LocalPlace(folder);
    this.foreign = foreign;
  }

  private void require(String path) throws IOException {
    if (path.equals(foreign)) {
      throw new AccessDeniedException(path);
    }
  }

  @Override
  public boolean exists(String path) {
    return place.exists(path);
  }

  @Override
  public void ensureFolder(String path) throws IOException {
    place.ensureFolder(path);
  }

  @Override
  public OutputStream create(String file) throws IOException {
    return place.create(file);
  }

  @Override
  public void force(String folder) throws IOException {
    place.force(folder);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    place.rename(from, to);
  }

  @Override
  public void delete(String file) throws IOException {
    require(file);
    place.delete(file);
  }

  @Override
  public void deleteFolder(String folder) throws IOException {
    require(folder);
    place.deleteFolder(folder);
  }

  @Override
  public List<Item> list(String path) throws IOException {
    return place.list(path);
  }

  @Override
  public byte[] read(String file, int most) throws IOException {
    require(file);
    return place.read(file, most);
  }

  @Override
  public void close() {
    place.close();
  }
}
