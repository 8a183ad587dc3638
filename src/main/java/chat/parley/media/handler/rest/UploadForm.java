package chat.parley.media.handler.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form as the documentation shows it; it is read while it arrives, and never as a whole. */
@Schema(name = "UploadForm")
record UploadForm(
        @Schema(type = SchemaType.STRING, format = "binary", required = true, description = "The file.")
        String file) {}
