package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.Lookup;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of the DVDV that were kept in a folder, for tests, emergencies, and what the DVDV does
 * not know: JSON files with the question (organizationKey, serviceSpecificationUri) and the answer
 * (service). A changed file is taken over; one that is wrong leaves what was known before in use.
 */
final class Extract {

  private static final Logger LOG = LoggerFactory.getLogger(Extract.class);
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private final Path folder;
  private final Clock clock;
  private volatile Map<Question, Lookup<Service>> known = Map.of();
  private volatile String problem = "";

  private record KeptAnswer(String organizationKey, Service service) {}

  /**
   * Reads the folder for the first time.
   *
   * @throws GatewayException CONFIGURATION_INVALID naming the file that is wrong
   */
  Extract(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      known = read();
    } catch (IOException | JacksonException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, "amtsbote.dvdv.extract: " + e.getMessage(), e);
    }
  }

  /** What was kept for a question. */
  Kept<Lookup<Service>> service(Question question) {
    return new Kept<>(known.getOrDefault(question, Lookup.nothing("")), clock.instant(), false);
  }

  /** Reads the folder again. */
  void refresh() {
    try {
      known = read();
      problem = "";
    } catch (IOException | JacksonException e) {
      if (!problem.equals(e.getMessage())) {
        problem = e.getMessage();
        LOG.error("extract refused, what was known before stays in use: {}", problem);
      }
    }
  }

  private Map<Question, Lookup<Service>> read() throws IOException {
    var answers = new HashMap<Question, Lookup<Service>>();
    for (var file : files()) {
      var kept = answer(file);
      var uri = kept.service().serviceSpecificationUri();
      answers.put(Question.service(kept.organizationKey(), uri), Lookup.of(kept.service()));
    }
    return Map.copyOf(answers);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static KeptAnswer answer(Path file) throws IOException {
    try {
      var kept = MAPPER.readValue(Files.readAllBytes(file), KeptAnswer.class);
      if (kept.organizationKey() != null
          && kept.service() != null
          && kept.service().serviceSpecificationUri() != null) {
        return kept;
      }
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IOException("%s:%d: error: is no kept answer".formatted(file, line), e);
    }
    throw new IOException(
        "%s:1: error: organizationKey, service or its serviceSpecificationUri is missing"
            .formatted(file));
  }

  /** What was wrong when the folder was read last; empty when nothing was. */
  String problem() {
    return problem;
  }
}
