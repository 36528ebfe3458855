package de.amtsbote.xoev.install;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Folders of one directory that change their names together. What is to be done is written down
 * before the first of them, so that a process that is killed in between leaves nothing half done:
 * whoever works on the directory next completes it. To be used under the lock of the directory. The
 * list is on the disk before the first move, and goes when the disk has the last.
 */
final class Moves {

  /** A list that is being written; one that is there under the lock has nobody who writes it. */
  static final String DRAFT = ".draft-";

  private static final String JOURNAL = ".moves-";

  private final Path directory;
  private final Path journal;
  private final List<Move> moves = new ArrayList<>();

  Moves(Path directory) {
    this(directory, directory.resolve(JOURNAL + UUID.randomUUID()));
  }

  private Moves(Path directory, Path journal) {
    this.directory = directory;
    this.journal = journal;
  }

  private record Move(String from, String to) {

    static Move of(String line) {
      String[] names = line.split("\t", -1);
      boolean plain = names.length == 2 && isPlain(names[0]) && isPlain(names[1]);
      if (!plain) {
        throw new XoevException(XoevError.STORAGE_FAILED, "the list of unfinished installations");
      }
      return new Move(names[0], names[1]);
    }

    private static boolean isPlain(String name) {
      return !name.isBlank() && !name.matches("\\.\\.?|.*[/\\\\].*");
    }

    Move back() {
      return new Move(to, from);
    }
  }

  Moves add(Path from, Path to) {
    moves.add(new Move(from.getFileName().toString(), to.getFileName().toString()));
    return this;
  }

  /** Does all of them, or none when one of them fails. */
  void perform() throws IOException {
    write();
    var done = new ArrayList<Move>();
    try {
      for (Move move : moves) {
        rename(directory, move);
        done.add(move);
      }
    } catch (IOException failed) {
      takeBack(done, failed);
      throw failed;
    }
    forget(journal);
  }

  /**
   * Not before the disk has the new names: a list that is gone must have been done. And for good,
   * before what was moved aside is deleted: done again then, it would take the new package away.
   */
  private static void forget(Path journal) throws IOException {
    Durable.names(journal.getParent());
    Files.delete(journal);
    Durable.names(journal.getParent());
  }

  /** Where this fails too, the list that it leaves behind has it done later. */
  private void takeBack(List<Move> done, IOException failed) {
    var back = new Moves(directory, journal);
    done.forEach(move -> back.moves.add(0, move.back()));
    try {
      back.write();
      for (Move move : back.moves) {
        rename(directory, move);
      }
      forget(journal);
    } catch (IOException also) {
      failed.addSuppressed(also);
    }
  }

  /** Writes down what is to be done; there as a whole or not at all. */
  void write() throws IOException {
    String text =
        moves.stream().map(it -> it.from() + "\t" + it.to() + "\n").collect(Collectors.joining());
    Path draft = directory.resolve(DRAFT + UUID.randomUUID());
    try (var out =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Durable.names(directory);
  }

  /** Completes what processes left behind that were killed. */
  static void complete(Path directory) throws IOException {
    List<Path> journals;
    try (var files = Files.list(directory)) {
      journals = files.filter(it -> it.getFileName().toString().startsWith(JOURNAL)).toList();
    }
    for (Path left : journals) {
      for (String line : Files.readAllLines(left)) {
        Move move = Move.of(line);
        // one whose target is there was done before
        if (Files.exists(directory.resolve(move.from()))
            && !Files.exists(directory.resolve(move.to()))) {
          rename(directory, move);
        }
      }
      forget(left);
    }
  }

  private static void rename(Path directory, Move move) throws IOException {
    Files.move(
        directory.resolve(move.from()),
        directory.resolve(move.to()),
        StandardCopyOption.ATOMIC_MOVE);
  }
}
