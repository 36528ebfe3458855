package de.amtsbote.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the gateway. */
@SpringBootApplication
public class Amtsbote {

  public static void main(String[] arguments) {
    SpringApplication.run(Amtsbote.class, arguments);
  }
}
