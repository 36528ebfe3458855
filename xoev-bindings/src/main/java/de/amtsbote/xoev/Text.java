package de.amtsbote.xoev;

/** One sentence for people, in both languages of the reports. */
public record Text(String german, String english) {}
