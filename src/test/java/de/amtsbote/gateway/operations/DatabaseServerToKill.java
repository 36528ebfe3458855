package de.amtsbote.gateway.operations;

import java.nio.file.Path;
import java.sql.SQLException;

/** A gateway that dies without stopping its database. */
final class DatabaseServerToKill {

  private DatabaseServerToKill() {}

  public static void main(String[] arguments) throws SQLException {
    var server = new DatabaseServer(Path.of(arguments[0]));
    DatabaseServerTest.execute(server, "create table kept (id int)");
    Runtime.getRuntime().halt(137);
  }
}
