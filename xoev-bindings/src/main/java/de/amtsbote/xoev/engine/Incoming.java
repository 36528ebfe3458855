package de.amtsbote.xoev.engine;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.container.ContainerLimits;
import de.amtsbote.xoev.container.MessageContainer;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Messages come in by themselves or in a ZIP container. */
final class Incoming {

  private Incoming() {}

  /** A message that is known to be no container, or why there is none. */
  record Unpacked(Content message, XoevException failure) implements Content {

    @Override
    public InputStream open() throws IOException {
      requireReadable();
      return message.open();
    }

    void requireReadable() {
      if (failure != null) {
        throw failure;
      }
    }
  }

  static boolean isContainer(Content content) throws IOException {
    return !(content instanceof Unpacked) && MessageContainer.looksLikeOne(content);
  }

  /** The message itself, wherever it lies. */
  static Content message(Content content, Predicate<String> isRoot) throws IOException {
    if (content instanceof Unpacked unpacked) {
      unpacked.requireReadable();
      return unpacked;
    }
    Content message =
        MessageContainer.looksLikeOne(content)
            ? MessageContainer.messageIn(content, ContainerLimits.DEFAULT, isRoot)
            : content;
    return new Unpacked(message, null);
  }

  /** The same, where whoever reads it is told what is wrong. */
  static Content opened(Content content, Predicate<String> isRoot) throws IOException {
    try {
      return message(content, isRoot);
    } catch (XoevException failure) {
      return new Unpacked(content, failure);
    }
  }

  /** What came beside the message on its way, and the documents in its container. */
  static ValidationOptions withDocuments(ValidationOptions options, MessageContainer container) {
    var all = new ArrayList<Attachment>(container.attachments());
    options.attachments().ifPresent(all::addAll);
    return options.withAttachments(all);
  }

  /** A container that is not read belongs to no standard. */
  static Dispatch.Unreadable unreadable(XoevException failure) {
    return new Dispatch.Unreadable(finding(failure));
  }

  /** A message in a container that is not read is invalid; nobody knows when it takes too long. */
  static ValidationReport refused(XoevException failure, ValidationOptions options) {
    Verdict verdict =
        failure.error() == XoevError.CONTAINER_SLOW ? Verdict.UNKNOWN : Verdict.INVALID;
    return new ValidationReport(
        verdict, "", "", "", "", options.levels(), List.of(finding(failure)), 0);
  }

  private static Finding finding(XoevException failure) {
    FindingCode code =
        switch (failure.error()) {
          case CONTAINER_UNSAFE -> FindingCode.CONTAINER;
          case CONTAINER_SLOW -> FindingCode.TIME;
          default -> throw failure;
        };
    boolean slow = code == FindingCode.TIME;
    return code.at(
        Level.SAFE,
        Severity.ERROR,
        Place.NOWHERE,
        "",
        slow ? failure.details() : "",
        slow ? "" : failure.details());
  }
}
