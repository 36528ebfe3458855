package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/** An element of an answer before it is written. */
final class ReplyNode {

  private final QName name;
  private final Map<QName, String> attributes = new LinkedHashMap<>();
  private final List<ReplyNode> children = new ArrayList<>();
  private String text = "";
  private Content binary;
  private boolean known;

  ReplyNode(QName name) {
    this.name = name;
  }

  QName name() {
    return name;
  }

  Map<QName, String> attributes() {
    return attributes;
  }

  List<ReplyNode> children() {
    return children;
  }

  String text() {
    return text;
  }

  /** Content that is written as base64; null for none. */
  Content binary() {
    return binary;
  }

  /** True when something in it is said for this answer, not only what the schema fixes. */
  boolean isKnown() {
    return known;
  }

  void attribute(QName attribute, String value) {
    attributes.put(attribute, value);
  }

  ReplyNode with(ReplyNode child) {
    children.add(child);
    known |= child.known;
    return this;
  }

  ReplyNode fixed(String value) {
    text = value;
    return this;
  }

  ReplyNode known(String value) {
    text = value;
    known = true;
    return this;
  }

  ReplyNode known(Content content) {
    binary = content;
    known = true;
    return this;
  }

  void known() {
    known = true;
  }
}
