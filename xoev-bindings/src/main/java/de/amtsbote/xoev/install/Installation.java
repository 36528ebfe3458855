package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.standard.StandardPackage;
import java.util.List;

/**
 * What an installation did.
 *
 * @param standard the package as it is installed now
 * @param remarks what an operator should know: missing parts, derived entries worth a look
 */
public record Installation(StandardPackage standard, List<Text> remarks) {

  public Installation {
    remarks = List.copyOf(remarks);
  }
}
