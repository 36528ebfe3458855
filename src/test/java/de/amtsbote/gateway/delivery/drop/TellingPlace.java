package de.amtsbote.gateway.delivery.drop;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A real folder that tells what is done in it, and dies before a step, or full while writing. */
final class TellingPlace implements DropPlace {

  private final LocalPlace place;
  private final List<String> steps;
  private final String deadly;

  /**
   * A place that dies.
   *
   * @param deadly the step that is not done any more; null for none
   */
  TellingPlace(Path folder, List<String> steps, String deadly) {
    this.place = new LocalPlace(folder);
    this.steps = steps;
    this.deadly = deadly;
  }

  private void step(String what) throws IOException {
    if (what.equals(deadly)) {
      throw new IOException("No space left on device");
    }
    steps.add(what);
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
    step("create " + file);
    return new FilterOutputStream(place.create(file)) {

      @Override
      public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
      }

      @Override
      public void close() throws IOException {
        out.close();
        step("sync " + file);
      }
    };
  }

  @Override
  public void force(String folder) throws IOException {
    place.force(folder);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    step("rename " + to);
    place.rename(from, to);
  }

  @Override
  public void delete(String file) throws IOException {
    place.delete(file);
  }

  @Override
  public void deleteFolder(String folder) throws IOException {
    // whoever is dead tidies nothing up
    if (deadly == null) {
      place.deleteFolder(folder);
    }
  }

  @Override
  public List<Item> list() throws IOException {
    return place.list();
  }

  @Override
  public byte[] read(String file, int most) throws IOException {
    return place.read(file, most);
  }

  @Override
  public void close() {
    place.close();
  }
}
