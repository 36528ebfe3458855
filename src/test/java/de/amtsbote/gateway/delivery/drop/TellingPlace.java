package de.amtsbote.gateway.delivery.drop;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A real folder that tells what is done in it, dies before a step, or full while writing, or stands
 * still before one.
 */
final class TellingPlace implements DropPlace {

  /** What each attempt calls its folder, beside the delivery id. */
  private static final Pattern OWN_NAME = Pattern.compile("\\.[0-9a-f-]{36}");

  private final LocalPlace place;
  private final List<String> steps;
  private final String deadly;
  private String stop;
  private Runnable meanwhile;

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

  private TellingPlace(Folder folder, String stop, Runnable meanwhile) {
    this(folder.path(), new ArrayList<>(), null);
    this.stop = stop;
    this.meanwhile = meanwhile;
  }

  private record Folder(Path path) {}

  /** A place that stands still before a step while others go on. */
  static TellingPlace standingStill(Path folder, String stop, Runnable meanwhile) {
    return new TellingPlace(new Folder(folder), stop, meanwhile);
  }

  private void step(String path) throws IOException {
    var what = OWN_NAME.matcher(path).replaceAll(".own");
    if (what.equals(stop)) {
      stop = null;
      meanwhile.run();
    }
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
  public List<Item> list(String path) throws IOException {
    return place.list(path);
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
