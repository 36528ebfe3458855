package de.amtsbote.gateway.entry.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the document together; it is made when it is asked for first. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenAPI api() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Amtsbote")
                .version("v1")
                .description(
                    "Portals hand messages in and follow them, procedures pick them up, "
                        + "operators look after them.")
                .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
        .servers(List.of(new Server().url("/").description("This gateway")))
        .tags(
            List.of(
                new Tag().name("Portal").description("Hand messages in, and follow them"),
                new Tag().name("Mailbox").description("Fetch, acknowledge and answer messages"),
                new Tag().name("Operations").description("Look after messages and nodes")))
        .components(
            new Components()
                .addSecuritySchemes(
                    ApiDocument.SCHEME,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("Token of the account (RFC 6750)")));
  }

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mapper) {
    return new ModelResolver(mapper.jsonMapper(), new SchemaNames()).openapi31(true);
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }

  @Bean
  OpenApiCustomizer apiDocument(RecordSchemas records) {
    return new ApiDocument(records);
  }
}
