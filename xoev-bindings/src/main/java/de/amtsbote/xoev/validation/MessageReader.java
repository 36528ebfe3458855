package de.amtsbote.xoev.validation;

import java.io.IOException;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The driver as the validator wants it. The validator asks whether names are the same strings each
 * time they come, and then looks none of them up; and it gives itself as the handler, so that it
 * can be asked for types.
 */
final class MessageReader extends XMLFilterImpl {

  private static final String INTERNED = "http://xml.org/sax/features/string-interning";

  private final Guard guard;
  private final TypedReader typed;
  private final Driver driver;

  MessageReader(Guard guard, TypedReader typed) {
    this.guard = guard;
    this.typed = typed;
    this.driver = new Driver(guard);
  }

  @Override
  public boolean getFeature(String name) {
    return name.equals(INTERNED);
  }

  @Override
  public void setFeature(String name, boolean value) {
    // nothing here can be chosen
  }

  @Override
  public void setProperty(String name, Object value) {
    // nothing here can be chosen
  }

  @Override
  public void parse(InputSource message) throws SAXException, IOException {
    if (!(getContentHandler() instanceof ValidatorHandler validator)) {
      throw new IllegalStateException("The JDK's validator does not tell types");
    }
    typed.types(validator.getTypeInfoProvider());
    guard.tell(validator);
    driver.read(message.getByteStream(), message.getEncoding());
  }
}
