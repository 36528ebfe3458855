package de.amtsbote.osci.content;

import de.amtsbote.osci.xml.Markup;
import java.util.List;

/**
 * A delivery ready to be sent.
 *
 * @param children of the content package
 * @param parts attachments
 */
public record ComposedContent(Markup children, List<ComposedPart> parts) {}
