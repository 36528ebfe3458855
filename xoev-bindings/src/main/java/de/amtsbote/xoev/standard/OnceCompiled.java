package de.amtsbote.xoev.standard;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Something that is compiled from the files of a package when it is first needed. A failure is kept
 * until the files change: compiling takes seconds, and would again with every message.
 *
 * @param <T> what it is compiled to
 */
public final class OnceCompiled<T> {

  private final List<Path> folders;
  private final Supplier<T> compiler;
  private volatile T compiled;
  private volatile XoevException failure;
  private long failedFrom;

  /**
   * @param folders where the files lie; those that are not there count as empty
   * @param compiler compiles them
   */
  public OnceCompiled(List<Path> folders, Supplier<T> compiler) {
    this.folders = List.copyOf(folders);
    this.compiler = compiler;
  }

  /** True when the next call of {@link #get()} compiles nothing, unless files have changed. */
  public boolean isSettled() {
    return compiled != null || failure != null;
  }

  /**
   * What was compiled; who comes while somebody compiles waits.
   *
   * @throws XoevException when the files do not compile
   */
  public T get() {
    T ready = compiled;
    return ready == null ? compile() : ready;
  }

  private synchronized T compile() {
    if (compiled != null) {
      return compiled;
    }
    long state = state();
    if (failure != null && failedFrom == state) {
      throw new XoevException(failure.error(), failure.details(), failure);
    }
    try {
      compiled = compiler.get();
      return compiled;
    } catch (XoevException broken) {
      // a disk that cannot be read now says nothing about the files
      failure = broken.error() == XoevError.STORAGE_FAILED ? null : broken;
      failedFrom = state;
      throw broken;
    }
  }

  /** A number that changes with names, sizes and times of the files. */
  private long state() {
    long state = 0;
    for (Path folder : folders) {
      try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
        for (Path file : (Iterable<Path>) files.sorted()::iterator) {
          var read = Files.readAttributes(file, BasicFileAttributes.class);
          if (read.isRegularFile()) {
            state = 31 * state + Objects.hash(file, read.size(), read.lastModifiedTime());
          }
        }
      } catch (IOException unreadable) {
        throw new XoevException(XoevError.STORAGE_FAILED, folder.toString(), unreadable);
      }
    }
    return state;
  }
}
