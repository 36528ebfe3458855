package de.amtsbote.xoev.schema;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import org.w3c.dom.ls.LSInput;

/** A schema document in memory, handed to the schema factory under a system id of our own. */
record SchemaInput(byte[] bytes, String publicId, String systemId) implements LSInput {

  @Override
  public InputStream getByteStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public String getSystemId() {
    return systemId;
  }

  @Override
  public String getPublicId() {
    return publicId;
  }

  @Override
  public String getBaseURI() {
    return null;
  }

  @Override
  public String getEncoding() {
    return "UTF-8";
  }

  @Override
  public Reader getCharacterStream() {
    return null;
  }

  @Override
  public String getStringData() {
    return null;
  }

  @Override
  public boolean getCertifiedText() {
    return false;
  }

  @Override
  public void setByteStream(InputStream ignored) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setCharacterStream(Reader ignored) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setStringData(String ignored) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setSystemId(String ignored) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setPublicId(String ignored) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setBaseURI(String ignored) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEncoding(String ignored) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setCertifiedText(boolean ignored) {
    throw new UnsupportedOperationException();
  }
}
