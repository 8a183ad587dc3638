/** How the kernel looks over HTTP: problem documents, JSON, and what all operations of the API have in common. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Parley",
                        version = "0",
                        description = "A self-hosted chat server: accounts, friends, rooms and messages. What happens"
                                + " is pushed over the WebSocket at /ws.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "This server"),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = ApiDocs.BEARER,
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description = "The access token of POST /api/register, /api/login or"
                                                + " /api/token."),
                        responses = {
                            @APIResponse(
                                    name = ApiDocs.MALFORMED,
                                    description = "The body is not JSON.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponse.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemResponse.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "request.malformed",
                                                                    value = ApiDocs.MALFORMED_EXAMPLE))),
                            @APIResponse(
                                    name = ApiDocs.UNAUTHENTICATED,
                                    description = "The access token is missing, wrong or expired, or its session has"
                                            + " ended.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponse.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemResponse.class),
                                                    examples = {
                                                        @ExampleObject(
                                                                name = "auth.unauthenticated",
                                                                value = ApiDocs.UNAUTHENTICATED_EXAMPLE),
                                                        @ExampleObject(
                                                                name = "identity.session_revoked",
                                                                value = ApiDocs.SESSION_REVOKED_EXAMPLE)
                                                    })),
                            @APIResponse(
                                    name = ApiDocs.INVALID,
                                    description = "Some values break a rule.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemResponse.MEDIA_TYPE,
                                                    schema = @Schema(implementation = ProblemResponse.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "request.invalid",
                                                                    value = ApiDocs.INVALID_EXAMPLE)))
                        }))
package chat.parley.shared.web;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
