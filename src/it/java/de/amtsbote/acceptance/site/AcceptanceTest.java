package de.amtsbote.acceptance.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.citrusframework.junit.jupiter.CitrusExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that shares one running gateway with the others and may ask for it as a {@link
 * Site}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({CitrusExtension.class, SharedSite.class})
public @interface AcceptanceTest {}
