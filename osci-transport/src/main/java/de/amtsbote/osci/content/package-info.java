/**
 * Content containers: what an author signs and encrypts, and what a reader decrypts and verifies.
 */
package de.amtsbote.osci.content;
