package de.amtsbote.xoev.reply;

/**
 * Who writes answers.
 *
 * @param product name of the product
 * @param version its version
 * @param manufacturer its maker
 */
public record Sender(String product, String version, String manufacturer) {}
