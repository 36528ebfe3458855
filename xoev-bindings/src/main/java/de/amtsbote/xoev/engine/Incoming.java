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
import java.util.ArrayList;
import java.util.List;

/** Messages come in by themselves or in a ZIP container. */
final class Incoming {

  private Incoming() {}

  /** The message itself, wherever it lies. */
  static Content message(Content content) throws IOException {
    return MessageContainer.looksLikeOne(content)
        ? MessageContainer.messageIn(content, ContainerLimits.DEFAULT)
        : content;
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

  /** A message in a container that is not read is invalid. */
  static ValidationReport refused(XoevException failure, ValidationOptions options) {
    return new ValidationReport(
        Verdict.INVALID, "", "", "", "", options.levels(), List.of(finding(failure)), 0);
  }

  private static Finding finding(XoevException failure) {
    if (failure.error() != XoevError.CONTAINER_UNSAFE) {
      throw failure;
    }
    return FindingCode.CONTAINER.at(
        Level.SAFE, Severity.ERROR, Place.NOWHERE, "", "", failure.details());
  }
}
