/**
 * XML Signature and XML Encryption in the forms that OSCI-Transport uses, without a document tree.
 */
package de.amtsbote.osci.security;
